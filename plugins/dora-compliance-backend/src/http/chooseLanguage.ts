import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type express from 'express';
import { inEnglish } from '../read/inEnglish';

/**
 * Chooses the best language that a request accepts; the first one where it accepts
 * none. Caches keep the answers of each language apart.
 *
 * @param languages - by their tags, the best known first
 */
export function chooseLanguage(
  languages: readonly Language[],
): express.RequestHandler {
  const tags = languages.map(({ tag }) => tag);
  return (req, res, next) => {
    const accepted = req.acceptsLanguages(tags);
    const language = languages.find(({ tag }) => tag === accepted);
    const [first] = languages;
    res.locals.language = language ?? first;
    res.vary('Accept-Language');
    res.set('Content-Language', readLanguage(res).tag);
    next();
  };
}

/** The language of a response; English where none was chosen, as for senders. */
export function readLanguage(res: express.Response): Language {
  const { language }: { language?: Language } = res.locals;
  return language ?? inEnglish.language;
}
