import { clock, h, icon, size } from './dom.js';
import { signs } from './emoji.js';
import * as server from './server.js';
import { summary } from './sidebar.js';
import { openChat, state } from './state.js';
import { formatted, safeAddress } from './text.js';
import { copy, showPicture, toast } from './toasts.js';

/** One message with everything on it. */
export function messageElement(message) {
  if (message.kind === 'note') {
    return h('div.note', { data: { id: message.id } }, `${message.from.name ?? 'Somebody'} ${message.note}`);
  }
  const mine = message.from.id === state.me;
  const group = openChat()?.kind !== 'private';
  const bubble = h('div.bubble', {},
    group && !mine ? h('div.sender', {}, message.from.name ?? '') : '',
    message.forwarded_from === undefined ? '' : h('div.forwarded', {}, `Forwarded from ${message.forwarded_from.name}`),
    replied(message),
    media(message),
    words(message));
  return h(`article.message.${mine ? 'mine' : 'theirs'}.${message.kind}`, { data: { id: message.id } },
    h('div.stack', {}, bubble, keyboard(message)));
}

function meta(message) {
  const edited = message.edits > 0 && message.from.bot ? 'edited ' : '';
  const when = new Date((message.edited ?? message.date) * 1000).toLocaleString();
  return h('span.meta', { title: when }, edited + clock(message.edited ?? message.date));
}

function words(message) {
  if (message.text === '') return meta(message);
  const say = (text) => server.say(state.me, message.chat, { text }).catch((refused) => toast(refused.message));
  return h('div.words', {}, formatted(message.text, message.entities, say), meta(message));
}

function replied(message) {
  if (message.reply_to === undefined) return '';
  const original = state.messages.find((other) => other.id === message.reply_to);
  return h('div.reply', {}, h('b', {}, original?.from.name ?? ''), h('span', {},
    signs(original === undefined ? 'An earlier message' : summary(original))));
}

function media(message) {
  switch (message.kind) {
    case 'photo':
      return photo(message.photo, message.text);
    case 'document':
      return h('a.file', { href: message.document.url, download: message.document.name },
        h('span.file-sign', {}, icon('file')),
        h('span.file-words', {}, h('b', {}, message.document.name), h('span', {}, size(message.document.size))));
    case 'location':
      return h('div.place', {}, signs(`📍 ${message.location.latitude}, ${message.location.longitude}`));
    case 'contact':
      return h('div.place', {}, signs(`👤 ${message.contact.name}, ${message.contact.phone}`));
    default:
      return '';
  }
}

function photo(picture, caption) {
  const image = h('img', {
    src: picture.url, alt: caption || 'Picture', width: picture.width, height: picture.height, loading: 'eager',
  });
  // Room is taken before the picture is there, so that nothing moves when it comes.
  const width = Math.max(220, Math.min(picture.width, 546, (420 * picture.width) / picture.height));
  image.style.width = `${width}px`;
  image.style.aspectRatio = `${picture.width} / ${picture.height}`;
  const frame = h('button.photo-frame', { type: 'button', 'aria-label': 'Open the picture' }, image);
  frame.classList.toggle('veiled', picture.spoiler);
  frame.addEventListener('click', () => {
    if (frame.classList.contains('veiled')) frame.classList.remove('veiled');
    else showPicture(picture.url, caption);
  });
  return frame;
}

function keyboard(message) {
  if (message.buttons.length === 0) return '';
  const waiting = state.busy.get(`${message.chat}/${message.id}`);
  return h('div.keyboard', {}, message.buttons.map((row) => h('div.row', {}, row.map((button) => {
    const busy = button.data !== undefined && button.data === waiting;
    return h('button.key', {
      type: 'button',
      className: ['key', button.style, busy ? 'busy' : ''].filter(Boolean).join(' '),
      'aria-busy': busy ? 'true' : undefined,
      title: button.url ?? '',
      onclick: () => press(message, button),
    }, h('span', {}, signs(button.text)), corner(button));
  }))));
}

function corner(button) {
  if (button.copy !== undefined) return icon('copy');
  return button.url === undefined && button.app === undefined ? '' : icon('link');
}

async function press(message, button) {
  if (button.copy !== undefined) return copy(button.copy);
  if (button.query !== undefined) return toast('Inline queries are not emulated');
  const address = button.url ?? button.app;
  if (address !== undefined) {
    const safe = safeAddress(address);
    return safe === null ? toast('This link leads nowhere') : window.open(safe, '_blank', 'noopener');
  }
  try {
    return await server.tap(state.me, message.chat, message.id, button.data);
  } catch (refused) {
    return toast(refused.message);
  }
}
