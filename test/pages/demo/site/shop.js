/** How long it takes to reserve stock, all of it on the main thread, in ms. */
const RESERVE_STOCK_MS = 180;
const CART_KEY = 'cart-count';
/** What the product page shows first; the reviews take its place. */
const details = [...(document.querySelector('.tab-panel')?.childNodes ?? [])];

showCartCount();
loadPriceTags();
loadRecommendations();
loadDelivery();
if (location.pathname.endsWith('/reviews')) showTab(location.pathname);

document.querySelector('#add-to-cart')?.addEventListener('click', addToCart);
document.querySelector('#place-order')?.addEventListener('click', placeOrder);
for (const tab of document.querySelectorAll('.tabs a')) tab.addEventListener('click', openTab);
addEventListener('popstate', () => showTab(location.pathname));
addEventListener('pageshow', showCartCount);

/** Blocks the main thread on purpose: the slow click handler of this shop. */
function addToCart() {
  const start = performance.now();
  let reserved = 0;
  while (performance.now() - start < RESERVE_STOCK_MS) reserved += 1;
  if (reserved > 0) sessionStorage.setItem(CART_KEY, String(cartCount() + 1));
  showCartCount();
}

function placeOrder() {
  const note = document.querySelector('#order-note');
  if (note) note.textContent = 'Thank you. The kettle is on.';
}

function cartCount() {
  return Number(sessionStorage.getItem(CART_KEY) ?? 0);
}

function showCartCount() {
  for (const badge of document.querySelectorAll('.cart-count')) badge.textContent = String(cartCount());
}

/** The client-side route of the shop: details and reviews are two addresses of one document. */
function openTab(/** @type {Event} */ event) {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  if (link.pathname === location.pathname) return;
  history.pushState(null, '', link.pathname);
  showTab(link.pathname);
}

/** Shows the part of the product page that its address names. */
function showTab(/** @type {string} */ path) {
  const panel = document.querySelector('.tab-panel');
  const reviews = document.querySelector('#reviews');
  if (!panel || !(reviews instanceof HTMLTemplateElement)) return;
  const tab = path.endsWith('/reviews') ? 'reviews' : 'details';
  panel.replaceChildren(...(tab === 'reviews' ? [reviews.content.cloneNode(true)] : details));
  for (const link of document.querySelectorAll('.tabs a')) {
    if (link instanceof HTMLElement && link.dataset.tab === tab) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Asks for the price tags' font only after the first paint: the prices change their face while they are read. */
function loadPriceTags() {
  if (!document.querySelector('.price')) return;
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = '/assets/fonts.css';
    document.head.append(sheet);
  }).observe({ type: 'paint', buffered: true });
}

async function loadRecommendations() {
  const list = document.querySelector('#recommendations');
  if (!list) return;
  const response = await fetch('/api/recommendations');
  const { items } = await response.json();
  list.replaceChildren(...items.map(recommendationCard));
}

function recommendationCard(/** @type {{ name: string, note: string, image: string }} */ item) {
  const card = document.createElement('li');
  card.className = 'card';
  const image = new Image(160, 120);
  image.src = item.image;
  image.alt = '';
  const name = document.createElement('h3');
  name.textContent = item.name;
  const note = document.createElement('p');
  note.textContent = item.note;
  card.append(image, name, note);
  return card;
}

async function loadDelivery() {
  const target = document.querySelector('#delivery');
  if (!target) return;
  const response = await fetch('/data/delivery-zones.json');
  const { zones } = await response.json();
  target.textContent = `Delivery to ${zones.length} zones, yours in ${zones[0].days} days.`;
}

export {};
