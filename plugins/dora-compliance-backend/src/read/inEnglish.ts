import {
  english,
  explain,
  type Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** The sentences of read models that are given no other language. */
export const inEnglish: Sentences = explain(english);
