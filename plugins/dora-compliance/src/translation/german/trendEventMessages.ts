import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { trendEventMessages as english } from '../messages/trendEventMessages';

export const trendEventMessages: Translated<typeof english> = {
  title: 'Was geschah',
  word: { controls: 'Kontrollen', gap: 'Lücke', risk: 'Risiko' },
  several_one: '{{count, number}} Ereignis',
  several_other: '{{count, number}} Ereignisse',
  marker: '{{word}}, {{day}}',
  markerOfDays: '{{word}}, {{from}} bis {{to}}',
  onDay: '{{day}}: {{what}}',
  bar: 'Nachweise können fehlen',
  controls: {
    added_one: 'Neue Kontrolle: {{names}}.',
    added_other: '{{count, number}} neue Kontrollen: {{names}}.',
    changed_one: 'Kontrolle geändert: {{names}}.',
    changed_other: '{{count, number}} Kontrollen geändert: {{names}}.',
    'code-changed_one':
      'Der Code, der eine Kontrolle bewertet, wurde geändert: {{names}}.',
    'code-changed_other':
      'Der Code, der {{count, number}} Kontrollen bewertet, wurde geändert: {{names}}.',
    removed_one: 'Kontrolle entfernt: {{names}}.',
    removed_other: '{{count, number}} Kontrollen entfernt: {{names}}.',
  },
  more_one: '{{count, number}} weitere',
  more_other: '{{count, number}} weitere',
  gap: {
    lasting:
      '{{source}}: Seit dem {{from}} können Nachweise fehlen, und das dauert an.',
    day: '{{source}}: Nachweise vom {{from}} können fehlen.',
    period:
      '{{source}}: Nachweise vom {{from}} bis zum {{until}} können fehlen.',
  },
  cause: {
    'receiver-down': 'Das Backend lief nicht.',
    'source-off': 'Die Quelle war ausgeschaltet.',
    'collector-silent': 'Die Quelle konnte nicht vollständig gelesen werden.',
    'deliveries-missed': 'Die Quelle hat nicht alles gesendet.',
    'deliveries-refused': 'Das Backend konnte Lieferungen nicht speichern.',
  },
  targets_one: 'Betroffen ist {{count, number}} Repository oder Pipeline.',
  targets_other: 'Betroffen sind {{count, number}} Repositories und Pipelines.',
  closed: 'Die Lücke wurde am {{day}} geschlossen.',
  closing: '{{source}}: Die Lücke, die am {{from}} begann, wurde geschlossen.',
  accepted_one: 'Das Risiko von {{count, number}} Befund wurde akzeptiert.',
  accepted_other:
    'Die Risiken von {{count, number}} Befunden wurden akzeptiert.',
  ended_one:
    'Das Risiko von {{count, number}} Befund ist nicht mehr akzeptiert.',
  ended_other:
    'Die Risiken von {{count, number}} Befunden sind nicht mehr akzeptiert.',
  omitted_one: 'Ein früheres Ereignis ist weggelassen.',
  omitted_other: '{{count, number}} frühere Ereignisse sind weggelassen.',
};
