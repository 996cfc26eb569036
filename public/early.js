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

{
  const policy = window.trustedTypes?.createPolicy('stills', { createHTML: (html) => html });
  const fill = () => {
    for (const { textContent: html, parentElement } of document.querySelectorAll('.still > noscript'))
      parentElement.innerHTML = policy?.createHTML(html) ?? html;
  };
  const tell = () => {
    fill();
    const notice = document.querySelector('.lost-parts');
    notice.hidden = false;
    notice.lastElementChild.onclick = () => location.reload();
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
