import type { LensDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const title = 'The five areas and “Article 21”';
const titleDe = 'Die fünf Bereiche und „Artikel 21“';
const summary =
  'What Article 21 is in DORA, NIS2 and the RTS on ICT risk management, and where the five areas of the controls come from.';
const summaryDe =
  'Was Artikel 21 in DORA, NIS2 und dem RTS zum IKT-Risikomanagement ist, und woher die fünf Bereiche der Kontrollen kommen.';

/** The page about the five areas, for people who search the article of that number. */
export function createLensDocument(): LensDocument {
  return {
    about: 'lens',
    title,
    titleDe,
    text: [title, titleDe, summary, summaryDe].join(' '),
    location: '/controls/lens',
    summary,
    summaryDe,
  };
}
