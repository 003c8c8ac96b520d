// Copies (or compares) what wwwroot-libs.json names out of unpacked npm packages. Called by script/libs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const [packages, mode] = process.argv.slice(2);
const webRoot = 'src/CrmRoi.Web/wwwroot';
const manifest = JSON.parse(readFileSync('wwwroot-libs.json', 'utf8'));

const vendored = new Map(manifest.libraries.flatMap(({ library, destination, files }) =>
  files.map(file => [join(destination, file), readFileSync(join(packages, library, file))])));

const sha384 = bytes => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const checksums = [...vendored].map(([path, bytes]) => [relative(join(webRoot, 'lib'), path), sha384(bytes)]).sort();

const symbols = [...vendored].filter(([path]) => path.endsWith('.svg')).map(([path, bytes]) => {
  const drawing = bytes.toString('utf8').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
  return `  <symbol id="${basename(path, '.svg')}" viewBox="0 0 24 24">${drawing}</symbol>`;
});
const notice = '<!-- Tabler Icons, MIT, Copyright (c) 2020-2026 Paweł Kuna: lib/tabler-icons/LICENSE. Made by script/libs. -->';
const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n  ${notice}\n${symbols.join('\n')}\n</svg>\n`;

const wanted = new Map([
  ...vendored,
  [join(webRoot, 'icons.svg'), Buffer.from(sprite)],
  [join(webRoot, 'lib/checksums.json'), Buffer.from(`${JSON.stringify(Object.fromEntries(checksums), null, 2)}\n`)],
]);

const different = [...wanted].filter(([path, bytes]) => !existsSync(path) || !readFileSync(path).equals(bytes));

if (mode === '--check') {
  different.forEach(([path]) => console.error(`differs from its package: ${path}`));
  process.exitCode = different.length === 0 ? 0 : 1;
} else {
  different.forEach(([path, bytes]) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  });
}
console.log(`${wanted.size} files, ${different.length} ${mode === '--check' ? 'different' : 'written'}`);
