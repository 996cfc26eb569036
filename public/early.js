const [visit] = performance.getEntriesByType('navigation');
if (!location.hash && visit?.type === 'navigate' && !visit.name.includes(':~:')) {
  document.documentElement.classList.add('asleep');
} else {
  for (const href of document.currentScript.dataset.fonts.split(' ')) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href });
    document.head.append(link);
  }
}

if (location.search) document.documentElement.dataset.linked = '';
for (const type of ['wheel', 'touchmove', 'keydown']) {
  const heed = () =>
    addEventListener('scroll', () => (document.documentElement.dataset.scrolled = ''), { once: true });
  addEventListener(type, heed, { once: true, passive: true });
}
addEventListener('keydown', (event) => {
  const { dataset } = document.documentElement;
  if (event.key !== ' ' || 'lost' in dataset || document.querySelector('.run-under')) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const box = document.getElementById('training-run')?.getBoundingClientRect();
  if (!box || box.top > innerHeight / 2 || box.bottom < innerHeight / 2) return;
  if (event.target.closest?.('a, button, summary, label, input, select, textarea, dialog, [tabindex]'))
    return;
  event.preventDefault();
  dataset.run = '';
});

{
  const policy = window.trustedTypes?.createPolicy('stills', { createHTML: (html) => html });
  const page = new URL('stills/', document.currentScript.src);
  let built;
  const ask = () => {
    if (built === undefined && document.querySelector('[data-still]'))
      fetch(page)
        .then((response) => (response.ok ? response.text() : undefined))
        .then(
          (html) => (built = html),
          () => undefined,
        );
  };
  for (const type of ['scroll', 'keydown', 'pointermove', 'touchstart'])
    addEventListener(type, ask, { once: true, passive: true });
  const trusted = (html) => policy?.createHTML(html) ?? html;
  const fill = () => {
    const all = built && new DOMParser().parseFromString(trusted(built), 'text/html');
    for (const still of document.querySelectorAll('[data-still]')) {
      const own = still.querySelector(':scope > noscript');
      if (all) still.replaceChildren(...all.getElementById(still.dataset.still).childNodes);
      else if (own && navigator.onLine) still.innerHTML = trusted(own.textContent);
    }
  };
  const tell = () => {
    fill();
    const notice = document.querySelector('.lost-parts');
    if (!notice) return;
    const [reload, close] = notice.querySelectorAll('button');
    notice.hidden = false;
    reload.onclick = () => location.reload();
    close.onclick = () => (notice.hidden = true);
    if (!navigator.onLine) addEventListener('online', () => location.reload());
  };
  const lose = ({ type, target, message, reason = { message } }) => {
    const root = document.documentElement;
    if (!/-error/.test(type) && target.localName !== 'script' && !/ module/.test(reason?.message)) return;
    if (root.hasAttribute('data-lost')) return;
    root.setAttribute('data-lost', '');
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', tell);
    else tell();
  };
  for (const type of ['error', 'unhandledrejection', 'astro:hydration-error'])
    addEventListener(type, lose, true);
  addEventListener('beforeprint', fill);
  const still = matchMedia('print, (max-height: 30rem) and (max-width: 63.99rem)');
  const see = () => {
    if (still.matches && !location.search) fill();
  };
  still.onchange = see;
  addEventListener('DOMContentLoaded', see);
}
