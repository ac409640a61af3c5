import { byId, h, icon } from './dom.js';
import { signs } from './emoji.js';

/** A short note at the bottom that goes by itself. */
export function toast(text) {
  const note = h('div.toast', {}, signs(text));
  byId('toasts').append(note);
  const stay = Math.min(6000, 2000 + text.length * 40);
  setTimeout(() => note.classList.add('leaving'), stay);
  setTimeout(() => note.remove(), stay + 300);
}

/** Copies and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  toast('Copied to the clipboard');
}

function dialog(content, onClose = () => {}) {
  const box = h('dialog.dialog', {}, content);
  box.addEventListener('click', (event) => {
    if (event.target === box) box.close();
  });
  box.addEventListener('close', () => {
    box.remove();
    onClose();
  });
  byId('layer').append(box);
  box.showModal();
  return box;
}

/** A note that must be closed by hand. */
export function alertBox(title, text) {
  const close = h('button.text-button', { type: 'button', autofocus: true }, 'OK');
  const box = dialog([h('h2', {}, title), h('p', {}, signs(text)), h('div.dialog-buttons', {}, close)]);
  close.addEventListener('click', () => box.close());
}

/** Asks for one line; null if the question was dismissed. */
export function ask(title, label, confirm) {
  return new Promise((resolve) => {
    let answer = null;
    const input = h('input', { type: 'text', placeholder: label, 'aria-label': label, maxLength: 64, autofocus: true });
    const form = h('form', {}, h('h2', {}, title), input, h('div.dialog-buttons', {},
      h('button.text-button', { type: 'button', onclick: () => box.close() }, 'Cancel'),
      h('button.text-button', { type: 'submit' }, confirm)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer = input.value.trim() || null;
      box.close();
    });
    const box = dialog(form, () => resolve(answer));
  });
}

/** A picture over everything; a tap on it changes between whole and full size. */
export function showPicture(address, caption) {
  const picture = h('img', { src: address, alt: caption || 'Picture' });
  const close = h('button.icon-button', { type: 'button', 'aria-label': 'Close' }, icon('close'));
  const box = h('dialog.picture', {}, close, h('div.picture-frame', {}, picture));
  picture.addEventListener('click', () => box.classList.toggle('full'));
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', (event) => {
    if (event.target === box || event.target.classList.contains('picture-frame')) box.close();
  });
  box.addEventListener('close', () => box.remove());
  byId('layer').append(box);
  box.showModal();
}

/** A small menu under a button; entries are [label, act], or null for a line. */
export function menu(anchor, entries, className = '') {
  const list = h('div.menu', { role: 'menu', className: `menu ${className}` });
  const close = () => {
    list.remove();
    document.removeEventListener('pointerdown', outside, true);
    document.removeEventListener('keydown', key, true);
  };
  const outside = (event) => {
    if (!list.contains(event.target)) close();
  };
  const key = (event) => {
    if (event.key === 'Escape') close();
  };
  for (const entry of entries) {
    list.append(entry === null ? h('hr') : h('button.menu-item', {
      type: 'button', role: 'menuitem', onclick: () => { close(); entry[1](); },
    }, entry[0]));
  }
  byId('layer').append(list);
  const place = anchor.getBoundingClientRect();
  list.style.top = `${place.bottom + 4}px`;
  if (place.left > window.innerWidth / 2) list.style.right = `${window.innerWidth - place.right}px`;
  else list.style.left = `${place.left}px`;
  document.addEventListener('pointerdown', outside, true);
  document.addEventListener('keydown', key, true);
  list.querySelector('button')?.focus();
}
