import { SaxesParser } from 'saxes';
import type { JobConfiguration } from '../normalise/JobConfiguration';

/** No configuration is nested deeper. */
const MAX_DEPTH = 200;

/** Paths below the outermost element. */
const DEFINITION = 'definition';
const SCRIPT_PATHS = ['definition/scriptPath', 'factory/scriptPath'];
const TRIGGERS =
  /^(?:triggers|properties\/[^/]*PipelineTriggersJobProperty\/triggers)\/([^/]+)(\/spec)?$/;
const DISCARDER =
  /^(?:logRotator|properties\/jenkins\.model\.BuildDiscarderProperty\/strategy)(?:\/(daysToKeep|numToKeep))?$/;

type Draft = {
  kind: string;
  definition?: string;
  scriptPath?: string;
  triggers: { type: string; spec?: string }[];
  discarder?: { days?: number; builds?: number };
};

/**
 * Reads the `config.xml` of a job. Throws an Error when it is no XML, with the
 * place. Entities are not expanded, and nothing is loaded.
 */
export function parseJobXml(text: string): JobConfiguration {
  const draft: Draft = { kind: '', triggers: [] };
  const path: string[] = [];
  let content = '';
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    content = '';
    if (path.length > MAX_DEPTH) {
      throw new Error(`more than ${MAX_DEPTH} elements within each other`);
    }
    open(draft, path, attributes.class);
  });
  parser.on('text', piece => {
    content += piece;
  });
  parser.on('closetag', () => {
    close(draft, path.slice(1).join('/'), content.trim());
    content = '';
    path.pop();
  });
  parser.write(text).close();
  return draft;
}

function open(draft: Draft, path: readonly string[], type?: string) {
  const below = path.slice(1).join('/');
  if (below === '') {
    draft.kind = path[0] ?? '';
  } else if (below === DEFINITION && type) {
    draft.definition = type;
  } else if (DISCARDER.test(below)) {
    draft.discarder ??= {};
  } else {
    const [, trigger, spec] = TRIGGERS.exec(below) ?? [];
    if (trigger && !spec) {
      draft.triggers.push({ type: trigger });
    }
  }
}

function close(draft: Draft, below: string, content: string) {
  if (SCRIPT_PATHS.includes(below)) {
    draft.scriptPath = content;
  }
  const [, , spec] = TRIGGERS.exec(below) ?? [];
  const last = draft.triggers.at(-1);
  if (spec && last && content) {
    last.spec = content;
  }
  const [, limit] = DISCARDER.exec(below) ?? [];
  if (limit && draft.discarder && /^[1-9]\d{0,8}$/.test(content)) {
    draft.discarder[limit === 'daysToKeep' ? 'days' : 'builds'] =
      Number(content);
  }
}
