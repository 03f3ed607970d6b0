import { count } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SeparationReasons } from './reasons';

const others = { one: 'Umgebung', other: 'Umgebungen' };

export const de: WordsFor<SeparationReasons> = {
  checks: {
    'environment-separate':
      'Ist sie von den Umgebungen auf der anderen Seite der Produktionsgrenze getrennt?',
  },
  reasons: {
    'environment-alone': ({ environment, missing }) =>
      `Niemand hat ${
        missing === 'outside'
          ? 'eine andere Umgebung als die Produktion'
          : 'die Produktion'
      } erfasst, von der ${environment} getrennt sein muss.`,
    'environment-separate': ({ environment, count: n }) =>
      `Die Umgebung ${environment} teilt kein Konto, keine Identität und kein Netz mit der anderen Seite der Produktionsgrenze (${count(
        n,
        others,
      )}).`,
    'environment-shares-account': ({ environment, other, account }) =>
      `Die Umgebungen ${environment} und ${other} teilen das Konto ${account}.`,
    'environment-shares-identity': ({ environment, other, identity }) =>
      `Die Umgebungen ${environment} und ${other} teilen die Identität ${identity}.`,
    'environment-shares-network': ({ environment, other, network }) =>
      `Die Umgebungen ${environment} und ${other} teilen das Netz ${network}.`,
    'environment-side-contradicted': ({ environment, name }) =>
      `Ob ${environment} getrennt ist, ist nicht bekannt, denn die erfassten Merkmale von ${name} und die Quelle widersprechen sich darin, ob ${name} zur Produktion gehört.`,
    'environments-without-baseline': ({ environment, names }) =>
      `Ob ${environment} von allen anderen getrennt ist, ist nicht bekannt, denn niemand hat erfasst, was diese Umgebungen teilen: ${names}.`,
  },
  advice: {
    'environment-alone':
      'Die Merkmale der anderen Umgebungen auf dem Reiter „Compliance“ erfassen.',
    'environment-shares-account':
      'Eine der Umgebungen in ein eigenes Konto, eine eigene Subscription oder einen eigenen Cluster verlegen und ihre Merkmale neu erfassen.',
    'environment-shares-identity':
      'Pipelines in jeder Umgebung eine eigene Identität geben und die Merkmale neu erfassen.',
    'environment-shares-network':
      'Die Netze trennen und die Merkmale neu erfassen.',
    'environment-side-contradicted':
      'Die Merkmale mit der richtigen Angabe neu erfassen oder productionEnvironments und nonProductionEnvironments in der Konfiguration der Quelle berichtigen.',
    'environments-without-baseline':
      'Die Merkmale dieser Umgebungen auf dem Reiter „Compliance“ erfassen.',
  },
};
