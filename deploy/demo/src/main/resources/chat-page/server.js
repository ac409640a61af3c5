/** What the emulator says no to, in its own words. */
export class Refused extends Error {}

async function call(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.error ?? answer.description ?? `status ${response.status}`);
  return answer;
}

const get = (path) => call(path);
const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const people = () => get('/emulator/people').then((answer) => answer.people);
export const bot = () => get('/emulator/bot');
export const chats = (user) => get(`/emulator/chats?user=${user}`);
export const chat = (id, user) => get(`/emulator/chats/${id}?user=${user}&limit=300`);
export const addPerson = (name) => post('/emulator/people', { name });
export const changePerson = (id, change) => post(`/emulator/people/${id}`, change);
export const openGroup = (user, title, forum) =>
  post('/emulator/chats', { user, title, forum, bot: 'administrator' });
export const say = (user, chat, message) => post('/emulator/messages', { user, chat, ...message });
export const tap = (user, chat, message, button) => post('/emulator/taps', { user, chat, message, button });

/** Follows what happens after an event; tells when the line is broken and when it is whole again. */
export function follow(after, onEvents, onLine) {
  const source = new EventSource(`/emulator/events?after=${after}`);
  source.onmessage = (message) => onEvents(JSON.parse(message.data));
  source.onopen = () => onLine(true);
  source.onerror = () => onLine(false);
  return source;
}
