import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { whyMessages as english } from '../messages/whyMessages';

export const whyMessages: Translated<typeof english> = {
  'never-received':
    '{{amount, number}} ohne Nachweise, die bisher niemand geliefert hat: {{controls}}',
  'too-old': '{{amount, number}} mit zu alten Nachweisen: {{controls}}',
  incomplete: '{{amount, number}} mit unvollständigen Nachweisen: {{controls}}',
  'not-delivered':
    '{{amount, number}} weil eine Quelle nicht durchgehend geliefert hat: {{controls}}',
  unproven:
    '{{amount, number}} mit Nachweisen, deren Absender nicht belegt ist: {{controls}}',
  'not-linked':
    '{{amount, number}} weil mit dem IKT-Asset kein Repository verknüpft ist: {{controls}}',
  unclear:
    '{{amount, number}} mit Nachweisen, die das Ergebnis nicht entscheiden: {{controls}}',
  failed: '{{amount, number}} wegen eines Fehlers: {{controls}}',
  waiting: '{{amount, number}} vor der ersten Bewertung: {{controls}}',
  'other-assets':
    '{{amount, number}} für andere Arten von IKT-Assets: {{controls}}',
  'nothing-to-assess':
    '{{amount, number}} ohne etwas zu Bewertendes: {{controls}}',
  other: '{{amount, number}} aus einem anderen Grund: {{controls}}',
};
