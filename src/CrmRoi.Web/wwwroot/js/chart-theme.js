// The colours of site.css, resolved for the theme in use or for another one: 'light', 'dark'.
const tokens = ['ink', 'muted', 'line', 'soft', 'surface', 'after', 'base', 'bad'];

export function currentTheme(scheme) {
  const probe = document.createElement('i');
  probe.hidden = true;
  if (scheme) probe.style.colorScheme = scheme;
  document.body.append(probe);
  const colours = Object.fromEntries(tokens.map(token => {
    probe.style.color = `var(--${token})`;
    return [token, getComputedStyle(probe).color];
  }));
  probe.remove();

  return { ...colours, font: getComputedStyle(document.body).fontFamily };
}

export const faded = (colour, opacity) => {
  const [red, green, blue] = colour.match(/[\d.]+/g);
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`;
};

// The colour as it looks at this strength on the ground, so that nothing shines through it.
export const mixed = (colour, ground, strength) => {
  const [under, over] = [ground, colour].map(text => text.match(/[\d.]+/g).map(Number));
  return `rgb(${[0, 1, 2].map(part => Math.round(under[part] + (over[part] - under[part]) * strength)).join(', ')})`;
};

// Before is grey, after and estimate the accent, what would have been dashed grey, loss vermilion, total ink.
export const colourOf = (role, theme) => ({
  before: theme.base,
  counterfactual: theme.base,
  cost: theme.base,
  loss: theme.bad,
  total: faded(theme.ink, 0.82),
  target: theme.muted,
})[role] ?? theme.after;

export const dashOf = role => ({ counterfactual: [5, 4], target: [1, 3] })[role] ?? [];
