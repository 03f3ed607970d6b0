import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder } from '@ict-assurance/corpora';
import { parseFeature, type Scenario } from './gherkin';
import { parseConformanceYaml, type YamlEvent } from './parseConformanceYaml';

/** The scenarios CloudEvents demand of the HTTP binding. */
export function readHttpScenarios(): Scenario[] {
  return parseFeature(read('features/http-protocol-binding.feature'));
}

/** The events of its fixtures. */
export function readYamlEvents(...files: string[]): YamlEvent[] {
  return files.flatMap(file => parseConformanceYaml(read(`yaml/${file}`)));
}

function read(file: string): string {
  return readFileSync(
    path.join(corporaFolder(), 'cloudevents-conformance', file),
    'utf8',
  );
}
