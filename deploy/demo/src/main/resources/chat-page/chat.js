import { showComposer } from './composer.js';
import { appendMessage, removeMessage, replaceMessage, showConversation, showTyping } from './conversation.js';
import { showChats, showMe } from './sidebar.js';
import { chatTitle, choose, listen, openChat, start, state } from './state.js';
import { alertBox, toast } from './toasts.js';

function showAll() {
  document.body.classList.toggle('chat-open', state.open !== null);
  showMe();
  showChats();
  showConversation();
  showComposer();
  const chat = openChat();
  document.title = chat === undefined ? 'Chat' : chatTitle(chat);
  const address = `#${state.me ?? ''}${state.open === null ? '' : `/${state.open}`}`;
  if (location.hash !== address) history.replaceState(null, '', address);
}

listen((what, detail) => {
  const here = detail?.chat === state.open;
  switch (what) {
    case 'message':
      showChats();
      if (here) appendMessage(detail.message);
      break;
    case 'edited':
      showChats();
      if (here) replaceMessage(detail.message, true);
      break;
    case 'deleted':
      if (here) removeMessage(detail.id);
      break;
    case 'busy':
      refresh(detail);
      break;
    case 'answered':
      refresh(detail);
      if (detail.text !== '') {
        if (detail.alert) alertBox(state.bot.name, detail.text);
        else toast(detail.text);
      }
      break;
    case 'typing':
      if (here) showTyping();
      break;
    case 'line':
      document.body.classList.toggle('offline', !state.online);
      break;
    default:
      showAll();
  }
});

function refresh({ chat, id }) {
  if (chat !== state.open) return;
  const message = state.messages.find((other) => other.id === id);
  if (message !== undefined) replaceMessage(message, false);
}

const [person, chat] = location.hash.slice(1).split('/').map(Number);
const wide = window.innerWidth > 720;
await start(person, chat || (wide ? person : null));
if (state.open === null && wide && state.chats.length > 0) await choose(state.chats[0].id);
