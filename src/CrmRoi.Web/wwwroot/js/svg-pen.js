// Draws as a canvas does, and writes SVG: as much of CanvasRenderingContext2D as Chart.js and its annotations use.
const meter = document.createElement('canvas').getContext('2d');

const state = {
  fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, lineCap: 'butt', lineJoin: 'miter', lineDashOffset: 0, globalAlpha: 1,
  font: '10px sans-serif', textAlign: 'start', textBaseline: 'alphabetic',
};
const anchors = { center: 'middle', right: 'end', end: 'end' };

const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const short = number => String(Math.round(number * 100) / 100);
const attributes = pairs => Object.entries(pairs).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');

export class SvgPen {
  constructor(canvas) {
    this.canvas = canvas;
    this.nodes = [];
    this.saved = [];
    this.path = '';
    this.clips = 0;
    Object.assign(this, state, { dash: [], clipId: undefined, matrix: [1, 0, 0, 1, 0, 0] });
  }

  save() {
    const { dash, clipId, matrix } = this;
    this.saved.push({ ...Object.fromEntries(Object.keys(state).map(name => [name, this[name]])), dash, clipId, matrix });
  }

  restore() {
    Object.assign(this, this.saved.pop());
  }

  setTransform(...matrix) { this.matrix = matrix; }
  resetTransform() { this.matrix = [1, 0, 0, 1, 0, 0]; }
  translate(x, y) { this.transform(1, 0, 0, 1, x, y); }
  rotate(angle) { this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0); }

  transform(a, b, c, d, e, f) {
    const [g, h, i, j, k, l] = this.matrix;
    this.matrix = [g * a + i * b, h * a + j * b, g * c + i * d, h * c + j * d, g * e + i * f + k, h * e + j * f + l];
  }

  setLineDash(dash) { this.dash = dash; }
  getLineDash() { return this.dash; }

  beginPath() { this.path = ''; }
  closePath() { this.path += 'Z'; }
  moveTo(x, y) { this.add('M', x, y); }
  lineTo(x, y) { this.add(this.path ? 'L' : 'M', x, y); }
  quadraticCurveTo(...points) { this.add('Q', ...points); }
  bezierCurveTo(...points) { this.add('C', ...points); }

  rect(x, y, width, height) {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  // In pieces of less than half a circle, each of which SVG draws in one way only.
  arc(x, y, radius, start, end, isBackwards = false) {
    const round = 2 * Math.PI;
    let turn = end - start;
    if (Math.abs(turn) >= round) turn = isBackwards ? -round : round;
    else if (isBackwards ? turn > 0 : turn < 0) turn += isBackwards ? -round : round;

    const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2)));
    this.lineTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
    for (let piece = 1; piece <= pieces; piece++) {
      const angle = start + turn * piece / pieces;
      this.path += `A${short(radius)} ${short(radius)} 0 0 ${turn > 0 ? 1 : 0} ${this.points(x + radius * Math.cos(angle), y + radius * Math.sin(angle))}`;
    }
  }

  fill(rule) { this.write('path', { d: this.path, ...this.paint('fill'), 'fill-rule': rule }); }
  stroke() { this.write('path', { d: this.path, fill: 'none', ...this.line() }); }

  fillRect(...sides) { this.apart(() => { this.rect(...sides); this.fill(); }); }
  strokeRect(...sides) { this.apart(() => { this.rect(...sides); this.stroke(); }); }
  clearRect() { /* nothing was drawn yet */ }

  clip() {
    const id = `clip-${++this.clips}`;
    this.nodes.push(`<clipPath${attributes({ id, 'clip-path': this.clipId && `url(#${this.clipId})` })}><path d="${this.path}"/></clipPath>`);
    this.clipId = id;
  }

  measureText(text) {
    meter.font = this.font;
    meter.textBaseline = this.textBaseline;
    return meter.measureText(text);
  }

  fillText(text, x, y) { this.say(text, x, y, this.paint('fill')); }
  strokeText(text, x, y) { this.say(text, x, y, { fill: 'none', ...this.line() }); }

  // What another pen drew, with its corner at a place.
  nest(pen, x, y) {
    this.nodes.push(`<g transform="translate(${short(x)} ${short(y)})">${pen.nodes.join('')}</g>`);
  }

  toDocument({ width, height, title, description, language }) {
    return `<svg${attributes({ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'title description', lang: language })}>`
      + `<title id="title">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>${this.nodes.join('')}</svg>\n`;
  }

  add(command, ...places) { this.path += command + this.points(...places); }

  points(...places) {
    const [a, b, c, d, e, f] = this.matrix;
    const points = [];
    for (let i = 0; i < places.length; i += 2) points.push(`${short(a * places[i] + c * places[i + 1] + e)} ${short(b * places[i] + d * places[i + 1] + f)}`);
    return points.join(' ');
  }

  apart(draw) {
    const { path } = this;
    this.beginPath();
    draw();
    this.path = path;
  }

  // Where letters stand is reckoned here, because not every program knows other base lines than the alphabetic one.
  say(text, x, y, look) {
    const { width, actualBoundingBoxAscent: ascent } = this.measureText(text);
    if (width === 0) return;
    meter.textBaseline = 'alphabetic';
    const down = meter.measureText(text).actualBoundingBoxAscent - ascent;
    const [, weight, size, family] = /^(?:italic )?(?:(\d+|bold) )?([\d.]+)px (.+)$/.exec(meter.font);
    const [a, b, c, d, e, f] = this.matrix;
    const place = b || c ? { transform: `matrix(${[a, b, c, d, e, f].map(short).join(' ')})`, x: short(x), y: short(y + down) } : { x: short(x + e), y: short(y + down + f) };
    this.write('text', {
      ...place, ...look, 'font-family': family.replace(/"Inter Variable", /, '').replaceAll('"', "'"), 'font-size': size, 'font-weight': weight, 'text-anchor': anchors[this.textAlign],
    }, escaped(text));
  }

  write(name, pairs, content = '') {
    if (pairs.d === '') return;
    this.nodes.push(`<${name}${attributes({ ...pairs, 'clip-path': this.clipId && `url(#${this.clipId})` })}>${content}</${name}>`);
  }

  line() {
    const isDashed = this.dash.length > 0;
    return {
      ...this.paint('stroke'), 'stroke-width': short(this.lineWidth), 'stroke-linecap': this.lineCap, 'stroke-linejoin': this.lineJoin,
      'stroke-dasharray': isDashed ? this.dash.map(short).join(' ') : undefined, 'stroke-dashoffset': isDashed && this.lineDashOffset ? short(this.lineDashOffset) : undefined,
    };
  }

  // Colour and opacity apart, as every program reads them.
  paint(kind) {
    meter.fillStyle = '#000';
    meter.fillStyle = this[`${kind}Style`];
    const [red, green, blue, alpha = 1] = meter.fillStyle.startsWith('#') ? [meter.fillStyle] : meter.fillStyle.match(/[\d.]+/g).map(Number);
    const opacity = alpha * this.globalAlpha;
    const colour = green === undefined ? red : `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`;
    return { [kind]: colour, [`${kind}-opacity`]: opacity < 1 ? short(opacity) : undefined };
  }
}
