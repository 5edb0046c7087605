import { SESSION_NAMES } from './sessions/sessions.ts';

const form = document.querySelector('form');
const frame = document.querySelector('iframe');
const sessions = document.querySelector<HTMLSelectElement>('select[name=session]');

if (form && frame && sessions) {
  sessions.append(...SESSION_NAMES.map((name) => new Option(name)));
  restore(form);
  form.addEventListener('change', () => show(form, frame));
  show(form, frame);
}

/** The choice is kept in the shell's own URL, so that it survives a reload. */
function restore(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) field.value = value;
  }
}

function show(form: HTMLFormElement, frame: HTMLIFrameElement): void {
  const choice = new URLSearchParams();
  for (const [name, value] of new FormData(form)) choice.set(name, String(value));
  history.replaceState(null, '', `?${choice}`);
  const width = choice.get('width');
  frame.style.maxWidth = width ? `${width}px` : '';
  const src = `${choice.get('page')}.html?${new URLSearchParams({ session: choice.get('session') ?? '', theme: choice.get('theme') ?? '' })}`;
  if (frame.getAttribute('src') !== src) frame.src = src;
}
