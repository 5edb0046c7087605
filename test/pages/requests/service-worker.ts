/** Answers what is asked for below /worked/ itself, and passes everything else on. */
export const SERVICE_WORKER = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (pathname.startsWith('/worked/')) event.respondWith(new Response(pathname, { headers: { 'content-type': 'text/plain' } }));
});
`;
