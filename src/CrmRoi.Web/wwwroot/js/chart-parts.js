// Pieces of a Chart.js configuration, in the chart language that docs/look.md describes.
import { colourOf, dashOf, faded, mixed } from './chart-theme.js';

const hidden = { pointRadius: 0, pointHoverRadius: 0, borderWidth: 0, silent: true };

export function lineSets(model, theme) {
  const stepped = model.type === 'step' ? 'before' : false;
  const points = values => model.type === 'step'
    ? values.map((value, index) => ({ x: Number(model.labels[index]), y: value }))
    : values;

  return model.series.flatMap(series => {
    const colour = colourOf(series.role, theme);
    const band = series.low && series.high ? [
      { data: points(series.low), ...hidden, stepped, label: series.name, order: 2 },
      { data: points(series.high), ...hidden, stepped, label: series.name, order: 2, fill: '-1', backgroundColor: faded(colour, 0.14) },
    ] : [];
    if (series.role === 'band') return band;

    return [...band, {
      label: series.name,
      data: points(series.values),
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: 2,
      borderDash: dashOf(series.role),
      borderJoinStyle: 'round',
      stepped,
      spanGaps: false,
      pointRadius: context => isAlone(series.values, context.dataIndex) ? 2.5 : 0,
      pointHoverRadius: 4,
      role: series.role,
      order: 1,
    }];
  });
}

// A value between two gaps has no line to be seen by.
const isAlone = (values, index) =>
  values[index] != null && values[index - 1] == null && values[index + 1] == null;

// Each value as a point, its interval as a thin bar behind it.
export function pointSets(model, theme) {
  return model.series.flatMap(series => {
    const colour = colourOf(series.role, theme);
    return [
      {
        type: 'line', label: series.name, data: series.values, showLine: false, pointRadius: model.isNarrow ? 2.5 : 3.5, pointHoverRadius: 5,
        borderColor: colour, backgroundColor: colour, role: series.role, order: 1,
      },
      {
        type: 'bar', label: series.name, data: series.low.map((low, index) => low == null ? null : [low, series.high[index]]), silent: true,
        backgroundColor: faded(colour, 0.45), barThickness: 2, grouped: false, borderSkipped: false, order: 2,
      },
    ];
  });
}

export function barSets(model, theme) {
  return model.series.map(series => ({
    label: series.name,
    data: series.values,
    backgroundColor: series.values.map(value => value < 0 && series.role === 'after' ? theme.bad : shadeOf(model, series, theme)),
    borderRadius: model.stacked ? 0 : 2,
    borderSkipped: model.type === 'bar' ? 'start' : false,
    categoryPercentage: model.type === 'bar' ? 0.8 : 0.86,
    barPercentage: model.type === 'bar' ? 0.9 : model.isNarrow ? 0.45 : 0.8,
    stack: model.stacked ? 'one' : undefined,
    role: series.role,
  }));
}

// Parts of one stack with the same role keep its colour and differ in strength, as .k.s1 to .k.s3 of site.css do.
function shadeOf(model, series, theme) {
  const colour = colourOf(series.role, theme);
  if (!model.stacked) return colour;
  const alike = model.series.filter(other => other.role === series.role);
  return mixed(colour, theme.surface, [1, 0.66, 0.42, 0.24][Math.min(alike.indexOf(series), 3)]);
}

// Steps float where the one before ended; a series in the role of total stands on the ground.
export function waterfallSets(model, theme) {
  let reached = 0;
  const bars = model.labels.map((_, index) => {
    const series = model.series.find(candidate => candidate.values[index] != null);
    if (!series) return { range: null };
    const value = series.values[index];
    const from = series.role === 'total' ? 0 : reached;
    reached = from + value;
    return {
      range: [from, reached],
      value,
      colour: series.role === 'total' ? colourOf('total', theme) : value < 0 ? theme.bad : theme.after,
    };
  });

  return [{
    label: model.series[0].name,
    data: bars.map(bar => bar.range),
    steps: bars.map(bar => bar.value),
    backgroundColor: bars.map(bar => bar.colour),
    borderRadius: 2,
    borderSkipped: false,
    categoryPercentage: 1,
    barPercentage: 0.69,
  }];
}

// A label that begins where the one before has not ended stands a line lower.
function isCrowded({ scales }, places, place) {
  const before = places[places.indexOf(place) - 1];
  return before !== undefined && scales.x.getPixelForValue(place) - scales.x.getPixelForValue(before) < 110;
}

export function annotationsOf(model, theme, formats) {
  const font = { family: theme.font, size: 11, weight: 400 };
  const at = label => model.type === 'step' ? Number(label) : model.labels.indexOf(label);

  const shades = model.shaded.map(({ from, to }) => ({
    type: 'box', xMin: at(from), xMax: at(to), backgroundColor: theme.soft, borderWidth: 0, drawTime: 'beforeDatasetsDraw', z: -1,
  }));

  const goLives = model.marks.filter(mark => mark.kind === 'golive').map(mark => at(mark.at));

  const marks = model.marks.flatMap(mark => {
    switch (mark.kind) {
      case 'golive':
        return [
          { type: 'line', xMin: at(mark.at), xMax: at(mark.at), borderColor: theme.muted, borderWidth: 1, borderDash: [3, 3] },
          {
            type: 'label', xValue: at(mark.at), yValue: context => context.chart.scales.y.max, content: mark.label,
            color: theme.muted, font, position: { x: 'start', y: 'start' }, padding: { left: 6, top: 3 },
            yAdjust: ({ chart }) => isCrowded(chart, goLives, at(mark.at)) ? 15 : 0,
          },
        ];
      case 'target':
        return [{
          type: 'line', yMin: mark.value, yMax: mark.value, borderColor: theme.muted, borderWidth: 1.5, borderDash: [1, 3],
          label: { display: true, content: `${mark.label} ${formats.short(mark.value)}`, position: 'start', yAdjust: -9, backgroundColor: 'transparent', color: theme.muted, font, padding: 0 },
        }];
      default:
        return [{
          type: 'point', xValue: at(mark.at), yValue: mark.value ?? 0, radius: 4,
          backgroundColor: theme.surface, borderColor: theme.ink, borderWidth: 2,
        }];
    }
  });

  return [...shades, ...marks];
}
