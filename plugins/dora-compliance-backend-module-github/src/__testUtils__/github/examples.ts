import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder } from '@ict-assurance/corpora';

/** A JSON object whose fields tests change. */
export type Body = Record<string, any>;

/** Where the official examples of GitHub's REST API lie. */
export function restCorpus(): string {
  return path.join(corporaFolder(), 'github-rest');
}

/** An answer as GitHub documents it, e.g. `pulls__get.get.200.default`. */
export function example(name: string): any {
  const file = path.join(restCorpus(), `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const simpleUser: Body = example('repos__get.get.200.default-response').owner;

/** An account as answers show it. */
export function userBody(login: string, id: number, type = 'User'): Body {
  const html_url = `https://github.example/${login.replace('[bot]', '')}`;
  return { ...simpleUser, login, id, type, html_url };
}
