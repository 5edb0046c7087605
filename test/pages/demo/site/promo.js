// Arrives a second after the page was painted, and opens the banner above what is being read.
document.querySelector('#promo-banner')?.classList.add('open');
