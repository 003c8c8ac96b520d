// Offers each chart as a PNG, drawn on the page's ground because a picture has none of its own.
import { currentTheme } from './chart-theme.js';

export function offerPicture(canvas) {
  const legend = canvas.closest('figure')?.querySelector('figcaption');
  if (!legend) return;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button plain small';
  button.textContent = 'PNG';
  button.setAttribute('aria-label', `PNG: ${canvas.getAttribute('aria-label')}`);
  button.addEventListener('click', () => save(canvas));
  legend.append(button);
}

function save(canvas) {
  const picture = document.createElement('canvas');
  [picture.width, picture.height] = [canvas.width, canvas.height];
  const pen = picture.getContext('2d');
  pen.fillStyle = currentTheme().surface;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(canvas, 0, 0);
  picture.toBlob(blob => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${canvas.closest('figure').querySelector('figcaption a')?.hash.slice(1) || 'chart'}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}
