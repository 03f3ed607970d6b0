import { flattenMessages, type Translated } from '../flattenMessages';
import type { messages as english } from '../messages';
import { evidenceMessages } from './evidenceMessages';
import { timeMessages } from './timeMessages';

const messages: Translated<typeof english> = {
  loading: 'Wird geladen',
  status: {
    'not-applicable': 'Nicht anwendbar',
    satisfied: 'Erfüllt',
    'risk-accepted': 'Risiko akzeptiert',
    'not-assessed': 'Nicht bewertet',
    'not-satisfied': 'Nicht erfüllt',
  },
  criticality: {
    'critical-or-important': 'Kritisch oder wichtig',
    important: 'Wichtig',
    standard: 'Standard',
    unclassified: 'Nicht klassifiziert',
  },
  criticalityPath: 'Woher die Kritikalität stammt',
  relation: {
    'supported-by': 'wird unterstützt von',
    'has-part': 'enthält',
    'depends-on': 'hängt ab von',
    'consumes-api': 'nutzt',
    'api-provided-by': 'ist eine API von',
    'deployed-by': 'wird bereitgestellt von',
    'provided-by': 'wird erbracht von',
  },
  review: {
    never: 'Nie überprüft',
    overdue: 'Überfällig',
    due: 'Überprüft',
  },
  reviewDue: {
    overdue: 'seit {{day}}',
    due: 'fällig am {{day}}',
  },
  sourceState: {
    misconfigured: 'Aus: falsch konfiguriert',
    failing: 'Gestört',
    silent: 'Stumm',
    incomplete: 'Unvollständig',
    'never-heard': 'Noch nichts eingegangen',
    healthy: 'In Ordnung',
    off: 'Aus',
  },
  error: {
    unavailable:
      'Das Backend ist nicht verfügbar (HTTP-Status {{status}}). Versuchen Sie es in einigen Minuten erneut.',
    unreachable:
      'Das Backend ist nicht erreichbar. Prüfen Sie Ihre Netzwerkverbindung, und versuchen Sie es erneut.',
    unknownResponse:
      'Die Antwort des Backends hat ein unbekanntes Format. Laden Sie die Seite neu. Hilft das nicht, bitten Sie die Administration dieses Backstage, Frontend- und Backend-Pakete derselben Version zu installieren.',
  },
  evidence: evidenceMessages,
  time: timeMessages,
};

export default flattenMessages(messages);
