import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder } from '@ict-assurance/corpora';

const folder = path.join(corporaFolder(), 'cdevents');

/** A CDEvent of the specification's own conformance suite. */
type ConformanceEvent = {
  file: string;
  event: {
    context: Record<string, unknown> & { id: string; type: string };
    subject: { id: string; content: Record<string, unknown> };
    customData?: unknown;
  };
};

/** All conformance events, in the order of their files. */
export function readConformance(): ConformanceEvent[] {
  return jsonFiles('conformance').map(file => ({
    file,
    event: readJson('conformance', file),
  }));
}

/** The custom event the specification gives as an example. */
export function readCustomEvent(): ConformanceEvent['event'] {
  return readJson('custom', 'conformance.json');
}

/** The schemas of all events, and those they refer to. */
export function readSchemas(): Record<string, unknown>[] {
  return [
    ...jsonFiles('schemas').map(file => readJson('schemas', file)),
    ...jsonFiles('schemas/links').map(file => readJson('schemas/links', file)),
  ];
}

/** Everything in JSON that another corpus has, as bytes. */
export function readForeign(
  corpus: string,
): [file: string, body: Uint8Array][] {
  const other = path.join(corporaFolder(), corpus);
  return readdirSync(other, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => [file, Uint8Array.from(readFileSync(path.join(other, file)))]);
}

function jsonFiles(part: string): string[] {
  return readdirSync(path.join(folder, part))
    .filter(file => file.endsWith('.json'))
    .sort();
}

function readJson(part: string, file: string) {
  return JSON.parse(readFileSync(path.join(folder, part, file), 'utf8'));
}
