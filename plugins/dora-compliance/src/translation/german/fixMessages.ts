import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { fixMessages as english } from '../messages/fixMessages';

export const fixMessages: Translated<typeof english> = {
  title: 'So wird es behoben',
  cause: 'Was die Ursache ist',
  change: 'Änderung {{number}}: {{title}}',
  commit: 'Commit {{commit}}',
  settings: 'Wo es eingestellt wird',
  catalogFile: 'Katalogdatei des IKT-Assets',
  page: '{{what}} von {{target}} in {{source}}',
  set: {
    'branch-protection-observed': 'Branch-Regeln',
    'credentials-observed': 'Schlüssel und Token',
    'environment-protection-observed': 'Umgebungen',
    'log-retention-observed': 'Aufbewahrung der Protokolle',
    'organization-settings-observed': 'Einstellungen der Organisation',
    'pipeline-definition-observed': 'Definition der Pipeline',
    'pipeline-settings-observed': 'Einstellungen der Pipeline',
    'repository-access-observed': 'Zugriff',
    'runners-observed': 'Runner',
    'secrets-observed': 'Geheimnisse',
  },
  readAgain: 'Es wird {{time}} wieder gelesen.',
  readOnDelivery: 'Es wird gelesen, wenn die Quelle es liefert.',
  owner: 'Eigentümer im Katalog',
};
