import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = path.resolve(__dirname, '../..');
const BUILT = path.join(ROOT, 'packages/app/dist/static');

/** Sources of the frontend packages of this repository. */
const OURS = /plugins\/dora-compliance(-react|-common)?\//;

/** Sources of the charts, which are loaded with the first chart. */
const CHARTS = /node_modules\/(@visx|d3-)/;

/** A file of the production build. */
type Chunk = {
  file: string;
  /** Bytes after gzip. */
  size: number;
  /** Where the code comes from. */
  sources: readonly string[];
};

function readChunks(): Chunk[] {
  if (!existsSync(BUILT)) {
    throw new Error('There is no production build: run yarn build first.');
  }
  return readdirSync(BUILT)
    .filter(
      file =>
        file.endsWith('.js') && existsSync(path.join(BUILT, `${file}.map`)),
    )
    .map(file => ({
      file,
      size: gzipSync(readFileSync(path.join(BUILT, file))).length,
      sources: JSON.parse(readFileSync(path.join(BUILT, `${file}.map`), 'utf8'))
        .sources,
    }));
}

function has(pattern: RegExp) {
  return ({ sources }: Chunk) => sources.some(source => pattern.test(source));
}

function sum(chunks: readonly Chunk[]): number {
  const bytes = chunks.reduce((total, { size }) => total + size, 0);
  return Math.round(bytes / 1024);
}

const chunks = readChunks();
const ours = chunks.filter(has(OURS));
const isFirst = ({ file }: Chunk) => file.startsWith('main.');
console.table({
  'our chunks, kB gzip (< 250)': sum(ours),
  'of these, loaded with every page, kB gzip': sum(ours.filter(isFirst)),
  'of these, the largest loaded on demand, kB gzip': Math.max(
    ...ours.filter(chunk => !isFirst(chunk)).map(chunk => sum([chunk])),
  ),
  'charts, loaded with the first one, kB gzip': sum(
    chunks.filter(chunk => has(CHARTS)(chunk) && !has(OURS)(chunk)),
  ),
  'number of our chunks': ours.length,
});
