import { person, subject } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IdentityReasons } from './reasons';

export const de: WordsFor<IdentityReasons> = {
  checks: {
    'deployer-known':
      'Hat eine bekannte Person bereitgestellt oder eine Maschine mit eigenem Konto?',
  },
  reasons: {
    'deployed-by-machine': ({ environment, account }) =>
      `Die Maschine ${account} hat nach ${environment} bereitgestellt.`,
    'deployed-by-person': ({ environment, account, user }) =>
      `${subject(
        account,
      )} hat nach ${environment} bereitgestellt. Das ist ${user}.`,
    'deployed-by-shared-account': ({ environment, account, users }) =>
      `Mehrere Benutzer des Katalogs haben das Konto ${account}, das nach ${environment} bereitgestellt hat: ${users}.`,
    'deployed-by-unknown-account': ({ environment, account }) =>
      `Kein Benutzer des Katalogs hat das Konto, das nach ${environment} bereitgestellt hat: ${person(
        account,
      )}.`,
    'deployed-by-untold': ({ environment }) =>
      `Die Quelle meldet nicht, wer nach ${environment} bereitgestellt hat.`,
  },
  advice: {
    'deployed-by-shared-account':
      'Jeder Person ein eigenes Konto geben und es in der Annotation dora-compliance.io/accounts nur eines Benutzers nennen. Das Konto einer Maschine in dora-compliance.io/bots nennen.',
    'deployed-by-unknown-account':
      'Das Konto in der Annotation dora-compliance.io/accounts seines Benutzers nennen oder in dora-compliance.io/bots des Benutzers, der für die Maschine einsteht.',
    'deployed-by-untold':
      'Die Pipeline melden lassen, wer bereitgestellt hat, oder über eine Quelle bereitstellen, die das meldet.',
  },
};
