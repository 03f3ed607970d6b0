import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder, readCorpusJson } from '@ict-assurance/corpora';

const folder = path.join(corporaFolder(), 'azure-devops');

/** A file of the corpus of Azure DevOps, as JSON. */
export function readCorpus(file: string) {
  return readCorpusJson(path.join('azure-devops', file));
}

/** A real delivery of Azure DevOps that another project recorded. */
export function readRecordedPush() {
  return readCorpusJson(
    'argocd/util/webhook/testdata/azuredevops-git-push-event.json',
  );
}

/** The body of the answer in a recorded example. */
export function recordedBody(file: string) {
  return readCorpus(file).responses['200'].body;
}

/** Files below a folder of the corpus, with their folder. */
export function corpusFiles(below: string): string[] {
  const place = path.join(folder, below);
  return readdirSync(place)
    .map(name => path.join(below, name))
    .flatMap(name =>
      statSync(path.join(folder, name)).isDirectory()
        ? corpusFiles(name)
        : [name],
    )
    .sort();
}
