// What is nicer with a script. Every page works without it.
const page = document.documentElement;

const isDark = () => page.dataset.theme === 'dark'
  || (page.dataset.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);

function chooseTheme(event) {
  event.preventDefault();
  const theme = isDark() ? 'light' : 'dark';
  page.dataset.theme = theme;
  document.cookie = `crmroi-theme=${theme}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
}

function focusSearch(event) {
  const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
  const search = document.querySelector('input[type=search]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping || !search) return;
  event.preventDefault();
  search.focus();
}

// A filter applies itself when a choice is made; typed values wait for Enter or the button.
function applyFilter(event) {
  if (event.target.matches('select, input[type=checkbox], input[type=radio]')) event.currentTarget.requestSubmit();
}

function closeMenus(event) {
  document.querySelectorAll('details.menu-box[open]').forEach(menu => {
    if (event.key === 'Escape' && menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    if (event.key === 'Escape' || !menu.contains(event.target)) menu.open = false;
  });
}

// A second click on the button sends nothing twice. The mark goes by itself: an answer may be a download that leaves the page here.
function sendOnce(event) {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
  setTimeout(() => delete form.dataset.sent, 5000);
}

document.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
document.querySelector('form[data-theme-switch]')?.addEventListener('submit', chooseTheme);
document.querySelectorAll('form[data-apply]').forEach(form => form.addEventListener('change', applyFilter));
document.addEventListener('keydown', focusSearch);
document.addEventListener('keydown', event => { if (event.key === 'Escape') closeMenus(event); });
document.addEventListener('click', closeMenus);
document.addEventListener('submit', sendOnce);
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

document.querySelectorAll('.drop input[type=file]').forEach(input => {
  const zone = input.closest('.drop');
  const names = zone.querySelector('.names');
  ['dragenter', 'dragover'].forEach(name => zone.addEventListener(name, () => zone.classList.add('over')));
  ['dragleave', 'drop'].forEach(name => zone.addEventListener(name, () => zone.classList.remove('over')));
  // Beside the small field a browser would leave the page and open the file.
  zone.addEventListener('dragover', event => event.preventDefault());
  zone.addEventListener('drop', event => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change'));
  });
  input.addEventListener('change', () => {
    const files = [...input.files];
    if (names) names.textContent = files.map(file => file.name).join(', ');
    const isTooLarge = files.reduce((sum, file) => sum + file.size, 0) > Number(input.dataset.largest ?? Infinity);
    input.setCustomValidity(isTooLarge ? input.dataset.tooLarge : '');
    if (isTooLarge) input.reportValidity();
  });
});
