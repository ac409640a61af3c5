import { byId, h, icon } from './dom.js';
import { signs } from './emoji.js';
import * as server from './server.js';
import { openChat, state } from './state.js';
import { toast } from './toasts.js';

const drafts = new Map();

/** What stands at the bottom: a start button, an unblock button, or the line to write in. */
export function showComposer() {
  const chat = openChat();
  const place = byId('composer');
  place.hidden = chat === undefined;
  if (chat === undefined) return;
  if (chat.blocked) {
    return place.replaceChildren(wide('Unblock', () => server.changePerson(chat.id, { blocked: false })));
  }
  if (chat.kind === 'private' && state.messages.length === 0) {
    return place.replaceChildren(wide('Start', () => send('/start')));
  }
  const focused = place.contains(document.activeElement);
  const input = writing(chat);
  place.replaceChildren(suggestions(input), h('div.line', {},
    state.commands.length === 0 ? '' : h('button.icon-button.slash', {
      type: 'button', 'aria-label': 'Commands', title: 'Commands', onclick: () => toggleCommands(input),
    }, icon('menu')),
    attach(),
    input,
    h('button.icon-button.send', { type: 'button', 'aria-label': 'Send', onclick: () => submit(input) }, icon('send'))),
  replyKeys(chat));
  grow(input);
  if (focused || window.innerWidth > 720) input.focus({ preventScroll: true });
  return undefined;
}

const wide = (label, act) => h('button.wide', { type: 'button', onclick: act }, label);

async function send(text) {
  try {
    await server.say(state.me, state.open, { text, thread: state.topic });
    return true;
  } catch (refused) {
    toast(refused.message);
    return false;
  }
}

function writing(chat) {
  const input = h('textarea', {
    rows: 1, placeholder: chat.reply_keyboard.placeholder || 'Message', 'aria-label': 'Message', maxLength: 4096,
    value: drafts.get(chat.id) ?? '',
  });
  input.addEventListener('input', () => {
    drafts.set(chat.id, input.value);
    grow(input);
    suggest(input);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit(input);
    }
  });
  return input;
}

function grow(input) {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
}

async function submit(input) {
  const text = input.value.trim();
  if (text === '') return;
  input.value = '';
  drafts.delete(state.open);
  grow(input);
  suggest(input);
  if (!await send(text)) {
    input.value = text;
    grow(input);
  }
}

function suggestions() {
  return h('div.suggestions', { hidden: true, role: 'listbox', 'aria-label': 'Commands' });
}

function suggest(input) {
  const list = byId('composer').querySelector('.suggestions');
  const typed = /^\/(\w*)$/.exec(input.value);
  const fitting = typed === null ? [] : state.commands.filter(({ command }) => command.startsWith(typed[1]));
  list.hidden = fitting.length === 0;
  list.replaceChildren(...fitting.map(({ command, description }) => h('button.suggestion', {
    type: 'button',
    role: 'option',
    onclick: () => {
      input.value = `/${command}`;
      submit(input);
    },
  }, h('b', {}, `/${command}`), h('span', {}, description))));
}

function toggleCommands(input) {
  input.value = input.value === '/' ? '' : '/';
  suggest(input);
  input.focus();
}

function attach() {
  const chooser = h('input', { type: 'file', hidden: true, 'aria-label': 'File' });
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files;
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    const content = btoa(binary);
    const picture = ['image/png', 'image/jpeg', 'image/gif'].includes(file.type);
    const message = picture ? { photo: content } : { document: content, name: file.name };
    server.say(state.me, state.open, { ...message, thread: state.topic }).catch((refused) => toast(refused.message));
  });
  return h('span', {}, chooser, h('button.icon-button', {
    type: 'button', 'aria-label': 'Attach a file', title: 'Attach a file', onclick: () => chooser.click(),
  }, icon('attach')));
}

function replyKeys(chat) {
  const { rows } = chat.reply_keyboard;
  if (rows.length === 0) return '';
  return h('div.reply-keys', {}, rows.map((row) => h('div.row', {}, row.map((text) => h('button.key', {
    type: 'button', onclick: () => send(text),
  }, signs(text))))));
}
