import { avatar, byId, clock, h, icon } from './dom.js';
import { signs } from './emoji.js';
import { addPerson, openGroup } from './server.js';
import { become, chatTitle, choose, state } from './state.js';
import { ask, menu } from './toasts.js';

/** Who I am, and the menu to be somebody else. */
export function showMe() {
  const button = byId('me');
  const me = state.people.find((person) => person.id === state.me);
  button.replaceChildren(
    me === undefined ? avatar('?', 0) : avatar(me.name, me.id),
    h('span.me-words', {}, h('span.me-hint', {}, 'You are'), h('span.me-name', {}, me?.name ?? 'nobody yet')),
    icon('caret'));
  button.onclick = () => menu(button, [
    ...state.people.map((person) => [
      [avatar(person.name, person.id), h('span', {}, person.name),
        h('span.menu-hint', {}, person.id === state.me ? '✓' : String(person.id))],
      () => become(person.id),
    ]),
    null,
    [[icon('plus'), 'Add a person…'], addSomebody],
    ...(me === undefined ? [] : [[[icon('plus'), 'Open a group…'], () => openSomething(me.id)]]),
  ], 'people');
}

async function addSomebody() {
  const name = await ask('Add a person', 'First and last name', 'Add');
  if (name === null) return;
  const person = await addPerson(name);
  state.people.push(person);
  await become(person.id);
}

async function openSomething(me) {
  const title = await ask('Open a group with the bot', 'Title', 'Open');
  if (title === null) return;
  const group = await openGroup(me, title, false);
  await become(me);
  await choose(group.id);
}

/** One line about a message. */
export function summary(message) {
  if (message === undefined) return 'No messages yet';
  const words = message.text.replaceAll('\n', ' ');
  const kinds = { photo: '🖼 Picture', document: `📎 ${message.document?.name ?? 'File'}`, location: '📍 Location',
    contact: '👤 Contact', note: message.note };
  return [kinds[message.kind], words].filter(Boolean).join(', ');
}

/** My chats, the liveliest first. */
export function showChats() {
  byId('chats').replaceChildren(...state.chats.map((chat) => {
    const unread = state.unread.get(chat.id) ?? 0;
    const mine = chat.newest !== undefined && chat.newest.from.id === state.me;
    return h('button.chat', {
      type: 'button',
      'aria-current': chat.id === state.open ? 'true' : undefined,
      data: { chat: chat.id },
      onclick: () => choose(chat.id),
    },
    avatar(chatTitle(chat), chat.kind === 'private' ? state.bot.id : chat.id),
    h('span.chat-words', {},
      h('span.chat-title', {}, chatTitle(chat), chat.kind === 'private' ? h('span.tag', {}, 'bot') : ''),
      h('span.chat-last', {}, mine ? h('span.chat-mine', {}, 'You: ') : '', signs(summary(chat.newest)))),
    h('span.chat-side', {},
      h('span.chat-time', {}, chat.newest === undefined ? '' : clock(chat.newest.date)),
      unread > 0 ? h('span.badge', {}, String(unread)) : ''));
  }));
}
