// Draws every canvas[data-chart] of the page with Chart.js. The figures are in the attribute, and in a table for those who read.
import { formatsOf } from './chart-formats.js';
import { directLabels } from './chart-labels.js';
import { annotationsOf, barSets, lineSets, pointSets, waterfallSets } from './chart-parts.js';
import { offerPictures } from './chart-picture.js';
import { currentTheme } from './chart-theme.js';

const { Chart } = globalThis;
Chart.register(globalThis['chartjs-plugin-annotation']);
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

const drawn = new Map();
const setsOf = { waterfall: waterfallSets, points: pointSets };

function modelOf(canvas) {
  return { marks: [], shaded: [], unit: 'count', zeroLine: false, ...JSON.parse(canvas.dataset.chart) };
}

function draw(canvas) {
  drawn.get(canvas)?.destroy();
  drawn.set(canvas, new Chart(canvas, configurationOf(asShown(canvas), currentTheme())));
}

const asShown = canvas => ({ ...modelOf(canvas), isNarrow: canvas.parentElement.clientWidth < 480 });

// The same chart once more, for a picture. A Path2D tells nobody where it goes; lines with a style of their own for a segment are drawn without it.
function drawAside(canvas, other, { theme, sharpness }) {
  const { options, data, ...rest } = configurationOf(asShown(canvas), theme);
  return new Chart(other, {
    ...rest,
    data: { ...data, datasets: data.datasets.map(set => ({ ...set, segment: {} })) },
    options: { ...options, responsive: false, devicePixelRatio: sharpness, events: [] },
  });
}

function configurationOf(model, theme) {
  const formats = { ...formatsOf(model), portion: formatsOf({ ...model, unit: 'share' }).long };
  const isLine = model.type === 'line' || model.type === 'step';
  const isLying = model.type === 'horizontal' || model.type === 'funnel';
  const datasets = isLine ? lineSets(model, theme) : (setsOf[model.type] ?? barSets)(model, theme);
  const values = valueAxis(model, theme, formats);
  const labels = labelAxis(model, theme, formats);

  return {
    type: isLine ? 'line' : 'bar',
    data: { labels: model.labels, datasets },
    plugins: [directLabels],
    options: {
      drawing: { model, theme, formats },
      indexAxis: isLying ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: isLying ? 'y' : 'x' },
      layout: { padding: { top: model.type === 'waterfall' || model.type === 'points' || isLine ? 22 : 14, right: isLying ? 96 : 8 } },
      scales: isLying ? { x: { ...values, display: false, beginAtZero: true }, y: labels } : { x: labels, y: values },
      plugins: {
        legend: { display: false },
        tooltip: tooltip(model, theme, formats),
        annotation: { clip: false, annotations: annotationsOf(model, theme, formats) },
      },
    },
  };
}

function valueAxis(model, theme, formats) {
  const isBridge = model.type === 'waterfall';
  return {
    beginAtZero: model.type !== 'line',
    stacked: model.stacked,
    border: { display: false },
    grid: {
      drawTicks: false,
      color: ({ tick }) => tick?.value === 0 && (model.zeroLine || isBridge) ? theme.base : isBridge ? 'transparent' : theme.line,
    },
    ticks: {
      display: !isBridge, maxTicksLimit: 7, padding: 8, color: theme.muted, font: { family: theme.font, size: 11 }, callback: value => formats.short(value),
    },
  };
}

function labelAxis(model, theme, formats) {
  const isTime = /^\d{4}-\d{2}$/.test(model.labels[0] ?? '');
  const isLying = model.type === 'horizontal' || model.type === 'funnel';
  const isCrowded = model.type === 'waterfall' && model.isNarrow && model.labels.length > 5;
  return {
    type: model.type === 'step' ? 'linear' : 'category',
    offset: !(model.type === 'line' || model.type === 'step'),
    stacked: model.stacked,
    border: { display: false },
    grid: { display: false },
    title: { display: Boolean(model.axis), text: model.axis, align: 'end', color: theme.muted, font: { family: theme.font, size: 11 }, padding: 0 },
    ticks: {
      color: isLying ? theme.ink : theme.muted,
      font: { family: theme.font, size: isLying ? 12 : 11 },
      maxRotation: isCrowded ? 90 : 0,
      minRotation: isCrowded ? 90 : 0,
      autoSkip: !isTime && model.labels.length > 8,
      padding: 6,
      ...(isLying && model.isNarrow ? { mirror: true, labelOffset: -13, padding: 0, z: 1 } : {}),
      callback(value) {
        if (model.type === 'step') return formats.count(value);
        const label = model.labels[value];
        if (!isTime) return isLying || isCrowded || model.labels.length > 8 ? label : label.split(' ');
        return isQuarter(label, value, model.labels.length, this.chart.width) ? formats.label(label, { brief: value !== 0 }) : null;
      },
    },
  };
}

// Few enough months to be read: every one, each quarter, each half-year or each January.
function isQuarter(label, index, count, width) {
  const month = Number(label.slice(5)) - 1;
  const every = [1, 3, 6, 12].find(step => (count / step) * 64 <= width) ?? 12;
  const next = month % every;
  return next === 0 || (index === 0 && every - next > every / 2);
}

function tooltip(model, theme, formats) {
  const font = { family: theme.font, size: 12 };
  return {
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    titleColor: theme.ink,
    bodyColor: theme.ink,
    titleFont: { ...font, weight: 600 },
    bodyFont: font,
    padding: 10,
    boxPadding: 4,
    filter: item => !item.dataset.silent && item.raw !== null,
    callbacks: {
      title: ([item]) => item && formats.label(String(item.label)),
      label: item => {
        const value = item.dataset.steps ? item.dataset.steps[item.dataIndex] : item.parsed[item.chart.options.indexAxis === 'y' ? 'x' : 'y'];
        return `${item.dataset.label}: ${formats.long(value)}`;
      },
    },
  };
}

function drawAll() {
  document.querySelectorAll('canvas[data-chart]').forEach(draw);
}

// Paper is light whatever the screen is.
function drawForPaper(isPaper) {
  const page = document.documentElement;
  if (isPaper) {
    page.dataset.screenTheme = page.dataset.theme;
    page.dataset.theme = 'light';
  } else {
    page.dataset.theme = page.dataset.screenTheme;
  }
  drawAll();
}

await document.fonts?.ready;
drawAll();
document.querySelectorAll('canvas[data-chart]').forEach(canvas => offerPictures(canvas, drawAside));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ['data-theme'] });
addEventListener('beforeprint', () => drawForPaper(true));
addEventListener('afterprint', () => drawForPaper(false));
