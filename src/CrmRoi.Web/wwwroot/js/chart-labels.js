// Direct labels: the last point of a line, the value of a bar, the joins of a waterfall.
export const directLabels = {
  id: 'directLabels',

  afterDatasetsDraw(chart) {
    const { model, theme, formats } = chart.config.options.drawing;
    const { ctx } = chart;
    ctx.save();
    ctx.font = `600 12px ${theme.font}`;
    ctx.fillStyle = theme.ink;

    if (model.type === 'line' || model.type === 'step') lastPoints(chart, model, formats);
    if (model.type === 'waterfall') steps(chart, theme, formats);
    if (model.type === 'horizontal' || model.type === 'funnel') barEnds(chart, model, formats);

    ctx.restore();
  },
};

function lastPoints(chart, model, formats) {
  const taken = [];
  chart.data.datasets.forEach((set, index) => {
    if (set.silent || set.role === 'target') return;
    const values = set.data.map(point => point?.y === undefined ? point : point.y);
    const last = values.findLastIndex(value => value != null);
    if (last < 0) return;

    const { x, y } = chart.getDatasetMeta(index).data[last];
    const height = Math.max(y - 12, chart.chartArea.top + 8);
    if (taken.some(other => Math.abs(other.x - x) < 60 && Math.abs(other.height - height) < 13)) return;
    taken.push({ x, height });
    chart.ctx.textAlign = x > chart.chartArea.right - 30 ? 'right' : 'center';
    chart.ctx.fillText(model.zeroLine ? formats.signed(values[last]) : formats.short(values[last]), x, height);
  });
}

function steps(chart, theme, formats) {
  const { ctx } = chart;
  const { data } = chart.getDatasetMeta(0);
  const set = chart.data.datasets[0];

  data.forEach((bar, index) => {
    if (set.data[index] == null) return;
    ctx.textAlign = 'center';
    ctx.fillText(formats.signed(set.steps[index]), bar.x, Math.min(bar.y, bar.base) - 6);

    const next = data[index + 1];
    if (!next || set.data[index + 1] == null) return;
    ctx.beginPath();
    ctx.setLineDash([2, 2]);
    ctx.strokeStyle = theme.base;
    ctx.moveTo(bar.x + bar.width / 2, bar.y);
    ctx.lineTo(next.x - next.width / 2, bar.y);
    ctx.stroke();
  });
}

function barEnds(chart, model, formats) {
  const { ctx } = chart;
  ctx.textBaseline = 'middle';
  chart.data.datasets.forEach((set, setIndex) => chart.getDatasetMeta(setIndex).data.forEach((bar, index) => {
    const value = set.data[index];
    if (value == null) return;
    ctx.textAlign = value < 0 ? 'right' : 'left';
    ctx.fillText(barLabel(model, set, index, formats), bar.x + (value < 0 ? -6 : 6), bar.y);
  }));
}

// A funnel also says which share of the step before came this far.
function barLabel(model, set, index, formats) {
  const value = set.data[index];
  const before = set.data[index - 1];
  const written = model.zeroLine ? formats.signed(value) : formats.short(value);
  return model.type === 'funnel' && before ? `${written} · ${formats.portion(value / before)}` : written;
}
