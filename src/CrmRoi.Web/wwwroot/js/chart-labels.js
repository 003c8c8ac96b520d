// Direct labels: the last point of a line, the value of a bar, the joins of a waterfall.
export const directLabels = {
  id: 'directLabels',

  afterDatasetsDraw(chart) {
    const { model, theme, formats } = chart.config.options.drawing;
    const { ctx } = chart;
    ctx.save();
    ctx.font = `600 12px ${theme.font}`;
    ctx.fillStyle = theme.ink;

    ctx.strokeStyle = theme.surface;
    ctx.lineJoin = 'round';
    ctx.lineWidth = 4;

    if (model.type === 'line' || model.type === 'step') lastPoints(chart, model, formats);
    stems(chart, model, theme);
    if (model.type === 'waterfall') steps(chart, theme, formats);
    if (model.type === 'horizontal' || model.type === 'funnel') barEnds(chart, model, formats);

    ctx.restore();
  },
};

// On a halo of the ground's colour, so that no line strikes it through.
function write(ctx, text, x, y) {
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

// The highest point that any line reaches between two places.
function highestBetween(chart, from, to) {
  const shown = chart.data.datasets.flatMap((set, index) => set.silent || set.role === 'target' ? [] : chart.getDatasetMeta(index).data);
  return Math.min(...shown.filter(({ x, y }) => x >= from && x <= to && Number.isFinite(y)).map(({ y }) => y));
}

function lastPoints(chart, model, formats) {
  const labels = [];
  chart.data.datasets.forEach((set, index) => {
    if (set.silent || set.role === 'target') return;
    const values = set.data.map(point => point?.y === undefined ? point : point.y);
    const last = values.findLastIndex(value => value != null);
    if (last < 0 || last < set.data.length * 0.9 - 1) return;

    const { x, y } = chart.getDatasetMeta(index).data[last];
    const text = model.zeroLine ? formats.signed(values[last]) : formats.short(values[last]);
    const width = chart.ctx.measureText(text).width;
    const own = chart.getDatasetMeta(index).data.filter((point, at) => values[at] != null && point.x >= x - width);
    labels.push({ text, x, y: Math.max(Math.min(y, ...own.map(point => point.y)) - 8, 12) });
  });

  // Two that would touch are moved apart, the lower one below its line.
  labels.sort((one, other) => one.y - other.y).forEach((label, index) => {
    const above = labels[index - 1];
    if (above && Math.abs(above.x - label.x) < 60 && label.y - above.y < 14) label.y = Math.max(label.y + 24, above.y + 14);
    chart.ctx.textAlign = label.x > chart.chartArea.right - 30 ? 'right' : 'center';
    write(chart.ctx, label.text, label.x, label.y);
  });
}

// The label of a break-even or another point stands on a stem above it.
function stems(chart, model, theme) {
  const { ctx, chartArea, scales } = chart;
  model.marks.filter(mark => mark.kind === 'breakeven' || mark.kind === 'point').forEach(mark => {
    const x = scales.x.getPixelForValue(model.type === 'step' ? Number(mark.at) : model.labels.indexOf(mark.at));
    const y = scales.y.getPixelForValue(mark.value ?? 0);
    const half = ctx.measureText(mark.label).width / 2;
    const middle = Math.min(Math.max(x, chartArea.left + half), chartArea.right - half);
    const top = Math.max(Math.min(y - 34, highestBetween(chart, middle - half, middle + half) - 4), chartArea.top + 14);
    ctx.save();
    ctx.strokeStyle = theme.ink;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, y - 4);
    ctx.lineTo(x, top);
    ctx.stroke();
    ctx.restore();

    ctx.textAlign = 'center';
    write(ctx, mark.label, middle, top - 6);
  });
}

function steps(chart, theme, formats) {
  const { ctx } = chart;
  const { data } = chart.getDatasetMeta(0);
  const set = chart.data.datasets[0];
  const texts = set.steps.map(value => value == null ? '' : formats.signed(value));
  const room = data.length > 1 ? data[1].x - data[0].x - 3 : Infinity;
  const widest = Math.max(...texts.map(text => ctx.measureText(text).width));
  if (widest > room) ctx.font = `600 ${Math.max(9, Math.floor(12 * room / widest))}px ${theme.font}`;

  // Where they would overlap, the ends only: the table has them all.
  const isCrowded = widest * 0.75 > room;
  data.forEach((bar, index) => {
    if (set.data[index] == null) return;
    ctx.textAlign = 'center';
    if (!isCrowded || index === 0 || index === data.length - 1) write(ctx, texts[index], bar.x, Math.min(bar.y, bar.base) - 6);

    const next = data[index + 1];
    if (!next || set.data[index + 1] == null) return;
    ctx.save();
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.setLineDash([2, 2]);
    ctx.strokeStyle = theme.base;
    ctx.moveTo(bar.x + bar.width / 2, bar.y);
    ctx.lineTo(next.x - next.width / 2, bar.y);
    ctx.stroke();
    ctx.restore();
  });
}

function barEnds(chart, model, formats) {
  const { ctx } = chart;
  ctx.textBaseline = 'middle';
  chart.data.datasets.forEach((set, setIndex) => chart.getDatasetMeta(setIndex).data.forEach((bar, index) => {
    const value = set.data[index];
    if (value == null) return;
    ctx.textAlign = value < 0 ? 'right' : 'left';
    write(ctx, barLabel(model, set, index, formats), bar.x + (value < 0 ? -6 : 6), bar.y);
  }));
}

// A funnel also says which share of the step before came this far.
function barLabel(model, set, index, formats) {
  const value = set.data[index];
  const before = set.data[index - 1];
  const written = model.zeroLine ? formats.signed(value) : model.type === 'funnel' ? formats.long(value) : formats.short(value);
  return model.type === 'funnel' && before ? `${written} · ${formats.portion(value / before)}` : written;
}
