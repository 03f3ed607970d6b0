import { count, form, number } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { CombinationReasons } from './reasons';

const administrators = { one: 'Administrator', other: 'Administratoren' };

const parts: Readonly<Record<string, string>> = {
  'branch-protection-observed': 'die Regeln seiner Branches',
  'environment-protection-observed': 'den Schutz seiner Umgebungen',
};

export const de: WordsFor<CombinationReasons> = {
  checks: {
    'access-not-combined':
      'Ist niemand Administrator, der Branches ohne Review ändern darf und für Deployments in die Produktion niemand anderen braucht?',
  },
  reasons: {
    'access-combined': ({ repository, count: n, accounts }) =>
      `${form(n, {
        one: 'Dieses Konto ist',
        other: `Jedes dieser ${number(n)} Konten ist`,
      })} Administrator von ${repository}, darf dessen Branches ohne Review ändern und braucht für Deployments in die Produktion niemand anderen: ${accounts}.`,
    'access-combination-unclear': ({ repository, count: n, actors }) =>
      `Vielleicht ${form(n, { one: 'kann', other: 'können' })} ${count(
        n,
        administrators,
      )} von ${repository} dessen Branches ohne Review ändern und allein in die Produktion bereitstellen. Die Quelle meldet nicht, ${
        actors ? `wer zu ${actors} gehört` : 'wer die Regeln umgehen darf'
      }.`,
    'access-combination-unread': ({ repository, what }) =>
      `Die Quelle hat ${
        parts[what] ?? what
      } in den letzten zwei Tagen nicht vollständig gemeldet. Ob jemand Rechte an ${repository} auf sich vereint, ist daher nicht bekannt.`,
    'access-not-combined': ({ repository, administrators: n }) =>
      `Niemand, der Administrator von ${repository} ist, darf zugleich dessen Branches ohne Review ändern und allein in die Produktion bereitstellen. Es gibt ${count(
        n,
        administrators,
      )}.`,
  },
  advice: {
    'access-combined':
      'Jedem dieser Konten eines der drei Rechte entziehen: Administrator, Umgehung oder Prüfer der Produktionsumgebung. Der Umgebung Prüfer geben, die Administratoren nicht umgehen dürfen.',
    'access-combination-unclear':
      'Niemandem erlauben, die Regeln von Branches zu umgehen, oder dort oder bei den Prüfern der Produktionsumgebung Personen statt Teams und Rollen nennen.',
    'access-combination-unread':
      'Auf der Seite „Nachweise“ prüfen, warum der Kollektor die Regeln von Branches und Umgebungen nicht lesen kann.',
  },
};
