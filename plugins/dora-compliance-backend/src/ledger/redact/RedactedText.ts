import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A redacted text, and what was redacted. */
export type RedactedText = { text: string; redactions: Redaction[] };
