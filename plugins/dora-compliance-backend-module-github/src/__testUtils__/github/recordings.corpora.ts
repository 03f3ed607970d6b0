import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder, readCorpusJson } from '@ict-assurance/corpora';
import type { Body } from './bodies';

const FOLDER = 'github-rest';

/** The official example of an answer, e.g. to `pulls__get`. */
export function officialAnswer(name: string): any {
  const kind = name === 'repos__get' ? 'default-response' : 'default';
  return readCorpusJson(path.join(FOLDER, `${name}.get.200.${kind}.json`));
}

/** A real bundle of a build on GitHub, and the digest of what it made. */
export function realBundle(): { digest: string; bundle: Body } {
  const file = path.join(corporaFolder(), 'slsa/bcr/MODULE.bazel.intoto.jsonl');
  const bundle: Body = JSON.parse(readFileSync(file, 'utf8'));
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64');
  const { subject } = JSON.parse(payload.toString());
  return { digest: `sha256:${subject[0].digest.sha256}`, bundle };
}
