import { avatar, byId, day, h, icon } from './dom.js';
import { signs } from './emoji.js';
import { messageElement } from './message.js';
import { changePerson } from './server.js';
import { summary } from './sidebar.js';
import { chatTitle, choose, chooseTopic, openChat, state } from './state.js';
import { copy, menu } from './toasts.js';

const log = byId('log');
const list = byId('messages');
const down = byId('down');
let missed = 0;

const atBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;

function toBottom() {
  log.scrollTop = log.scrollHeight;
  missed = 0;
  showDown();
}

function showDown() {
  down.hidden = state.open === null || atBottom();
  down.replaceChildren(icon('down'), missed > 0 ? h('span.badge', {}, String(missed)) : '');
}

log.addEventListener('scroll', () => {
  if (atBottom()) missed = 0;
  showDown();
});
down.addEventListener('click', toBottom);
byId('back').append(icon('back'));
byId('back').addEventListener('click', () => choose(null));
byId('more').append(icon('more'));
byId('more').addEventListener('click', () => {
  const chat = openChat();
  if (chat === undefined) return;
  const entries = [['Copy the chat’s id', () => copy(String(chat.id))]];
  if (chat.kind === 'private') {
    entries.push([chat.blocked ? 'Unblock the bot' : 'Block the bot',
      () => changePerson(chat.id, { blocked: !chat.blocked })]);
  }
  menu(byId('more'), entries);
});

/** Everything on the right side, anew. */
export function showConversation() {
  showTitle();
  showPinned();
  showTopics();
  const shown = visible();
  list.replaceChildren(...rows(shown));
  if (state.open !== null && shown.length === 0) list.append(welcome());
  toBottom();
}

function visible() {
  return state.topic === 0 ? state.messages : state.messages.filter((message) => message.thread === state.topic);
}

function rows(messages) {
  const elements = [];
  let lastDay = '';
  for (const message of messages) {
    const today = day(message.date);
    if (today !== lastDay) elements.push(h('div.day', { data: { day: today } }, today));
    lastDay = today;
    elements.push(messageElement(message));
  }
  return elements;
}

function welcome() {
  const { bot } = state;
  return h('div.welcome', {}, avatar(bot.name, bot.id), h('h2', {}, bot.name),
    h('p', {}, bot.description || bot.short_description || 'No messages here yet.'));
}

export function appendMessage(message) {
  if (state.topic !== 0 && message.thread !== state.topic) return;
  const stick = atBottom() || message.from.id === state.me;
  list.querySelector('.welcome')?.remove();
  const today = day(message.date);
  const last = [...list.querySelectorAll('.day')].at(-1);
  if (last?.dataset.day !== today) list.append(h('div.day', { data: { day: today } }, today));
  const element = messageElement(message);
  element.classList.add('arriving');
  list.append(element);
  settle(element, stick);
  if (!stick) missed += 1;
  showDown();
}

/** Puts a changed message in the place of its former self. */
export function replaceMessage(message, flash) {
  const old = list.querySelector(`[data-id="${message.id}"]`);
  if (old === null) return;
  const stick = atBottom();
  const element = messageElement(message);
  if (flash) element.classList.add('changed');
  old.replaceWith(element);
  settle(element, stick);
}

/** Stays at the bottom, also when a picture takes its room late. */
function settle(element, stick) {
  if (!stick) return;
  toBottom();
  element.querySelectorAll('img').forEach((image) => image.addEventListener('load', toBottom, { once: true }));
}

export function removeMessage(id) {
  list.querySelector(`[data-id="${id}"]`)?.remove();
}

function showTitle() {
  const chat = openChat();
  byId('more').hidden = chat === undefined;
  byId('title').replaceChildren(...(chat === undefined ? [h('span.hint', {}, 'Choose a chat')] : [
    avatar(chatTitle(chat), chat.kind === 'private' ? state.bot.id : chat.id),
    h('span.title-words', {}, h('span.title-name', {}, chatTitle(chat)), h('span.title-hint', { id: 'subtitle' }))]));
  showTyping();
}

const ACTIONS = { typing: 'typing', upload_photo: 'sending a picture', upload_document: 'sending a file' };

/** What the bot is doing, or what it is. */
export function showTyping() {
  const chat = openChat();
  const subtitle = byId('subtitle');
  if (chat === undefined || subtitle === null) return;
  const typing = state.typing.get(chat.id);
  const active = typing !== undefined && typing.until > Date.now();
  subtitle.classList.toggle('active', active);
  const dots = h('span.dots', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  if (active) subtitle.replaceChildren(ACTIONS[typing.action] ?? 'working', dots);
  else if (chat.kind === 'private') subtitle.replaceChildren(chat.blocked ? 'blocked by you' : 'bot');
  else subtitle.replaceChildren(`${chat.people.length + 1} members`);
}

function showPinned() {
  const chat = openChat();
  const bar = byId('pinned');
  const pinned = chat === undefined ? undefined : state.messages.find((message) => message.id === chat.pinned[0]);
  bar.hidden = pinned === undefined;
  if (pinned === undefined) return;
  bar.replaceChildren(icon('pin'), h('button.pinned-words', {
    type: 'button',
    onclick: () => list.querySelector(`[data-id="${pinned.id}"]`)?.scrollIntoView({ block: 'center' }),
  }, h('b', {}, 'Pinned message'), h('span', {}, signs(summary(pinned)))));
}

function showTopics() {
  const chat = openChat();
  const bar = byId('topics');
  bar.hidden = !chat?.forum;
  if (!chat?.forum) return;
  const entries = [{ id: 0, name: 'All' }, ...chat.topics];
  bar.replaceChildren(...entries.map((topic) => h('button.topic', {
    type: 'button', 'aria-pressed': String(topic.id === state.topic), onclick: () => chooseTopic(topic.id),
  }, topic.name)));
}
