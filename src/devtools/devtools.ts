import browser from 'webextension-polyfill';

// Firefox resolves the path against this page, so it starts at the root.
void browser.devtools.panels.create('Vitalog', '/icons/icon-32.png', '/src/panel/panel.html');
