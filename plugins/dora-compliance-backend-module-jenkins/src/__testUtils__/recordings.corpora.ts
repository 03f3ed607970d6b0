import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { corporaFolder } from '@ict-assurance/corpora';

/** A recorded answer of Jenkins, as if it was delivered. */
type CorpusDelivery = Delivery & { file: string };

/** All recorded answers of Jenkins. Without them the tests fail. */
export function readCorpus(): CorpusDelivery[] {
  const folder = path.join(corporaFolder(), 'jenkins');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => ({
      file,
      headers: {},
      body: Uint8Array.from(readFileSync(path.join(folder, file))),
    }));
}

/** One recorded answer as a value that may be changed. */
export function readRecorded(file: string): any {
  const found = readCorpus().find(item => item.file === file);
  return JSON.parse(new TextDecoder().decode(found!.body));
}

/** One recorded text. */
export function recordedText(file: string): string {
  const folder = path.join(corporaFolder(), 'jenkins');
  return readFileSync(path.join(folder, file), 'utf8');
}
