import * as server from './server.js';

/** All the page knows; changed here only, told to whoever listens. */
export const state = {
  people: [],
  bot: { name: 'Bot', username: '' },
  me: null,
  chats: [],
  open: null,
  messages: [],
  commands: [],
  topic: 0,
  typing: new Map(),
  unread: new Map(),
  busy: new Map(),
  online: true,
};

/** Events up to these numbers are already in what was loaded. */
const loaded = { chats: 0, messages: 0 };

const listeners = new Set();
export const listen = (listener) => listeners.add(listener);
const tell = (what, detail) => listeners.forEach((listener) => listener(what, detail));

export const openChat = () => state.chats.find((chat) => chat.id === state.open);
export const chatTitle = (chat) => (chat.kind === 'private' ? state.bot.name : chat.title);

/** Loads everything and follows the emulator from there on. */
export async function start(me, chat) {
  state.people = await server.people();
  state.bot = await server.bot();
  const known = state.people.some((person) => person.id === me);
  state.me = known ? me : state.people[0]?.id ?? null;
  const event = await loadChats();
  if (state.chats.some((other) => other.id === chat)) await choose(chat);
  tell('all');
  server.follow(event, apply, (online) => {
    if (state.online === online) return;
    state.online = online;
    tell('line');
  });
}

async function loadChats() {
  if (state.me === null) return 0;
  const answer = await server.chats(state.me);
  loaded.chats = answer.event;
  state.chats = answer.chats.sort((a, b) => (b.newest?.changed ?? 0) - (a.newest?.changed ?? 0));
  return answer.event;
}

async function loadMessages() {
  const id = state.open;
  if (id === null) return;
  const answer = await server.chat(id, state.me);
  if (state.open !== id) return;
  loaded.messages = answer.event;
  state.messages = answer.messages;
  state.commands = answer.commands ?? [];
}

/** Becomes another person. */
export async function become(id) {
  state.me = id;
  state.open = null;
  state.messages = [];
  state.unread.clear();
  await loadChats();
  if (window.innerWidth > 720 && state.chats.length > 0) await choose(state.chats[0].id);
  tell('all');
}

/** Opens a chat; null closes the one that is open. */
export async function choose(id) {
  state.open = id;
  state.topic = 0;
  state.messages = [];
  if (id !== null) {
    state.unread.delete(id);
    await loadMessages();
  }
  tell('all');
}

export function chooseTopic(id) {
  state.topic = id;
  tell('all');
}

let line = Promise.resolve();

/** Takes a batch of events, one batch after the other. */
function apply(batch) {
  line = line.then(async () => {
    if (batch.reset) await reload();
    for (const event of batch.events) await applyOne(event);
  });
}

async function reload() {
  state.people = await server.people();
  state.bot = await server.bot();
  await loadChats();
  await loadMessages();
  tell('all');
}

async function applyOne(event) {
  switch (event.kind) {
    case 'message':
    case 'edited':
      return applyMessage(event);
    case 'deleted':
      state.messages = state.messages.filter((message) => event.chat !== state.open || message.id !== event.id);
      return tell('deleted', event);
    case 'tapped':
      if (event.user === state.me) busy(event.chat, event.id, event.text);
      return undefined;
    case 'answered':
      if (event.user !== state.me) return undefined;
      state.busy.delete(`${event.chat}/${event.id}`);
      return tell('answered', event);
    case 'typing':
      state.typing.set(event.chat, { action: event.text, until: Date.now() + 5000 });
      setTimeout(() => tell('typing', event), 5050);
      return tell('typing', event);
    default:
      return reload();
  }
}

function busy(chat, message, data) {
  const key = `${chat}/${message}`;
  state.busy.set(key, data);
  tell('busy', { chat, id: message });
  setTimeout(() => {
    if (state.busy.get(key) !== data) return;
    state.busy.delete(key);
    tell('busy', { chat, id: message });
  }, 15000);
}

async function applyMessage(event) {
  const { message } = event;
  if (message === undefined) return;
  const chat = state.chats.find((other) => other.id === event.chat);
  if (chat === undefined) return;
  const isNew = event.kind === 'message';
  if (event.number > loaded.chats) showInList(chat, event, isNew);
  if (event.chat === state.open) {
    if (event.number <= loaded.messages) return;
    const at = state.messages.findIndex((other) => other.id === message.id);
    if (at < 0) state.messages.push(message);
    else state.messages[at] = message;
  }
  tell(event.kind, event);
}

function showInList(chat, event, isNew) {
  const { message } = event;
  if (isNew || chat.newest?.id === message.id) chat.newest = message;
  if (isNew) {
    state.chats = [chat, ...state.chats.filter((other) => other !== chat)];
    if (message.from.bot) state.typing.delete(event.chat);
    if (event.chat !== state.open) state.unread.set(event.chat, (state.unread.get(event.chat) ?? 0) + 1);
  }
}
