// Offers each chart as a picture of its own, PNG and SVG: with its title and legend, in the colours of paper, drawn anew by whoever drew it on the page.
import { colourOf, currentTheme, dashOf, faded, mixed } from './chart-theme.js';
import { SvgPen } from './svg-pen.js';

const margin = 16;
const sharpness = 2;

// draw(canvas, options) draws the chart of a canvas on another one, and gives back what takes it away again.
export function offerPictures(canvas, draw) {
  const legend = canvas.closest('figure')?.querySelector('figcaption');
  if (!legend) return;

  const offer = (name, make) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button plain small';
    button.textContent = name;
    button.setAttribute('aria-label', `${name}: ${canvas.getAttribute('aria-label')}`);
    button.addEventListener('click', async () => save(await make(canvas, draw), `${nameOf(canvas)}.${name.toLowerCase()}`));
    return button;
  };
  const buttons = document.createElement('span');
  buttons.className = 'pictures';
  buttons.append(offer('PNG', png), offer('SVG', svg));
  legend.append(buttons);
}

function png(canvas, draw) {
  const plan = planOf(canvas);
  const picture = blank(plan.width * sharpness, plan.height * sharpness);
  const pen = picture.getContext('2d');
  pen.scale(sharpness, sharpness);
  frame(pen, plan);
  const chart = blank(plan.inner, plan.plot);
  const drawn = draw(canvas, chart, { theme: plan.theme, sharpness });
  pen.drawImage(chart, margin, plan.top, plan.inner, plan.plot);
  drawn.destroy();
  return new Promise(resolve => { picture.toBlob(resolve); });
}

function svg(canvas, draw) {
  const plan = planOf(canvas);
  const pen = new SvgPen();
  frame(pen, plan);
  const chart = blank(plan.inner, plan.plot);
  const chartPen = new SvgPen(chart);
  chart.getContext = () => chartPen;
  const drawn = draw(canvas, chart, { theme: plan.theme, sharpness: 1 });
  pen.nest(chartPen, margin, plan.top);
  drawn.destroy();
  const language = document.documentElement.lang;
  const text = pen.toDocument({ width: plan.width, height: plan.height, title: plan.heading.title, description: canvas.getAttribute('aria-label'), language });
  return new Blob([text], { type: 'image/svg+xml' });
}

// Where everything stands: the chart as large as on the page, under its title and above its legend.
function planOf(canvas) {
  const theme = currentTheme('light');
  const inner = canvas.clientWidth;
  const plot = canvas.clientHeight;
  const meter = new SvgPen();
  const heading = headingOf(canvas);
  meter.font = `600 15px ${theme.font}`;
  const titles = wrapped(meter, heading.title.split(' '), inner, 0).map(line => line.words.join(' '));
  meter.font = `400 12px ${theme.font}`;
  const subtitles = heading.subtitle ? wrapped(meter, heading.subtitle.split(' '), inner, 0).map(line => line.words.join(' ')) : [];
  const keys = keysOf(canvas);
  const note = canvas.closest('figure').querySelector('figcaption > span').textContent.trim();
  const legend = keys.length > 0 ? wrapped(meter, keys.map(key => key.name), inner, 40, 0) : wrapped(meter, note.split(' ').filter(Boolean), inner, 0);
  const top = margin + titles.length * 20 + subtitles.length * 17 + 6;
  return { theme, inner, plot, heading, titles, subtitles, keys, legend, top, width: inner + 2 * margin, height: top + plot + legend.length * 20 + margin };
}

function frame(pen, { theme, width, height, titles, subtitles, keys, legend, top, plot }) {
  pen.fillStyle = theme.surface;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'left';
  pen.fillStyle = theme.ink;
  pen.font = `600 15px ${theme.font}`;
  titles.forEach((line, index) => pen.fillText(line, margin, margin + 14 + index * 20));
  pen.fillStyle = theme.muted;
  pen.font = `400 12px ${theme.font}`;
  subtitles.forEach((line, index) => pen.fillText(line, margin, margin + 12 + titles.length * 20 + index * 17));

  let next = 0;
  legend.forEach((line, index) => {
    const y = top + plot + 16 + index * 20;
    if (keys.length === 0) {
      pen.fillText(line.words.join(' '), margin, y);
      return;
    }

    line.words.forEach((name, place) => {
      const x = margin + line.places[place];
      mark(pen, keys[next++].kinds, x, y - 4, theme);
      pen.fillStyle = theme.muted;
      pen.fillText(name, x + 19, y);
    });
  });
}

// One of the little pieces that site.css draws as .k.
function mark(pen, kinds, x, y, theme) {
  const role = kinds.find(kind => !/^(k|line|box|band|ramp|s\d)$/.test(kind)) ?? 'after';
  const colour = colourOf(role, theme);
  if (kinds.includes('line')) {
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.setLineDash(dashOf(role));
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 14, y);
    pen.stroke();
    pen.setLineDash([]);
    return;
  }

  const strength = [1, 0.66, 0.42, 0.24][Number(kinds.find(kind => /^s\d$/.test(kind))?.slice(1) ?? 0)];
  pen.fillStyle = kinds.includes('ramp') ? theme.soft : kinds.includes('band') ? faded(colour, 0.2) : strength < 1 ? mixed(colour, theme.surface, strength) : colour;
  pen.fillRect(x, y - 4, 14, 8);
  if (!kinds.includes('ramp')) return;
  pen.strokeStyle = theme.line;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, y - 3.5, 13, 7);
}

// Words in lines that are no wider than there is room; each takes so much besides its letters.
function wrapped(pen, words, room, besides, gap = pen.measureText('n n').width - pen.measureText('nn').width) {
  const lines = [];
  let x = Infinity;
  for (const word of words) {
    const width = pen.measureText(word).width + besides;
    if (x + width > room + besides / 2) {
      lines.push({ words: [], places: [] });
      x = 0;
    }

    lines.at(-1).words.push(word);
    lines.at(-1).places.push(x);
    x += width + gap;
  }

  return lines;
}

const keysOf = canvas => [...canvas.closest('figure').querySelectorAll('figcaption .key')].map(key => ({ kinds: [...key.querySelector('i').classList], name: key.textContent.trim() }));

// The last heading before the chart says what it shows.
function headingOf(canvas) {
  const heading = [...document.querySelectorAll('main :is(h1, h2, h3)')].findLast(each => each.compareDocumentPosition(canvas) & Node.DOCUMENT_POSITION_FOLLOWING);
  const small = heading?.querySelector('small')?.textContent ?? '';
  const whole = heading?.textContent ?? document.title;
  return { title: tidy(small ? whole.replace(small, '') : whole), subtitle: tidy(small) };
}

const tidy = text => text.replace(/\s+/g, ' ').trim();

const nameOf = canvas => `${location.pathname}-${canvas.closest('figure').querySelector('figcaption a')?.hash.slice(1) || 'chart'}`
  .replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');

function blank(width, height) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width), Math.round(height)];
  return canvas;
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
