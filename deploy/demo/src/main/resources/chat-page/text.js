import { h, icon } from './dom.js';
import { signs } from './emoji.js';
import { copy } from './toasts.js';

/** Text with its entities as nodes; offsets count UTF-16 units, as JavaScript does. */
export function formatted(text, entities, onCommand) {
  const nodes = [];
  let at = 0;
  let rest = [...entities];
  while (rest.length > 0) {
    const [entity] = rest;
    const end = entity.offset + entity.length;
    const inner = rest.slice(1).filter((other) => other.offset < end);
    rest = rest.slice(1 + inner.length);
    if (entity.offset > at) nodes.push(...signs(text.slice(at, entity.offset)));
    const shifted = inner.map((other) => ({ ...other, offset: other.offset - entity.offset }));
    const content = text.slice(entity.offset, end);
    nodes.push(element(entity, content, formatted(content, shifted, onCommand), onCommand));
    at = end;
  }
  if (at < text.length) nodes.push(...signs(text.slice(at)));
  return nodes;
}

const PLAIN = {
  bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', hashtag: 'span.mark', mention: 'span.mark',
  text_mention: 'span.mark', custom_emoji: 'span',
};

function element(entity, content, children, onCommand) {
  switch (entity.type) {
    case 'code':
      return h('code', { title: 'Tap to copy', tabIndex: 0, onclick: () => copy(content) }, children);
    case 'pre':
      return pre(entity, content, children);
    case 'text_link':
      return link(entity.url, children);
    case 'url':
      return link(content, children);
    case 'email':
      return link(`mailto:${content}`, children);
    case 'bot_command':
      return h('button.command', { type: 'button', onclick: () => onCommand(content) }, children);
    case 'spoiler':
      return spoiler(children);
    case 'blockquote':
      return h('blockquote', {}, children);
    case 'expandable_blockquote':
      return quote(children);
    case 'date_time':
      return h('time', { title: new Date(entity.unix_time * 1000).toLocaleString() }, children);
    default:
      return h(PLAIN[entity.type] ?? 'span', {}, children);
  }
}

/** Links lead only where a messenger would lead: the web, mail, Telegram's own. */
export function safeAddress(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`);
    return ['http:', 'https:', 'mailto:', 'tg:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function link(address, children) {
  const href = safeAddress(address);
  return href === null
    ? h('span.mark', {}, children)
    : h('a', { href, title: href, target: '_blank', rel: 'noopener noreferrer' }, children);
}

function pre(entity, content, children) {
  const copyButton = h(
    'button.pre-copy', { type: 'button', title: 'Copy', 'aria-label': 'Copy', onclick: () => copy(content) },
    icon('copy'));
  const head = h('div.pre-head', {}, entity.language ?? 'text', copyButton);
  return h('div.pre', {}, head, h('pre', {}, children));
}

function spoiler(children) {
  const hidden = h('span.spoiler', { tabIndex: 0, title: 'Tap to show' }, h('span', {}, children));
  hidden.addEventListener('click', (event) => {
    if (!hidden.classList.contains('shown')) event.preventDefault();
    hidden.classList.add('shown');
  });
  return hidden;
}

function quote(children) {
  const toggle = h('button.quote-toggle', { type: 'button', 'aria-expanded': 'false', 'aria-label': 'Show all' },
    icon('down'));
  const block = h('blockquote.expandable', {}, h('div.quote-body', {}, children), toggle);
  toggle.addEventListener('click', () => {
    const open = block.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  return block;
}
