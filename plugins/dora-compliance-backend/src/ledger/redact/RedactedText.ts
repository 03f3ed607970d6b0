import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A text without what must not be kept, and what was taken out of it. */
export type RedactedText = { text: string; redactions: Redaction[] };
