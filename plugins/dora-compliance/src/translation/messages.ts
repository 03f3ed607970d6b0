import { actionMessages } from './messages/actionMessages';
import { assetActionMessages } from './messages/assetActionMessages';
import { assetEvidenceMessages } from './messages/assetEvidenceMessages';
import { changeMessages } from './messages/changeMessages';
import { catalogMessages } from './messages/catalogMessages';
import { complianceMessages } from './messages/complianceMessages';
import { declaredMessages } from './messages/declaredMessages';
import { dependenciesMessages } from './messages/dependenciesMessages';
import { failureMessages } from './messages/failureMessages';
import { fixMessages } from './messages/fixMessages';
import { guideMessages } from './messages/guideMessages';
import { homeMessages } from './messages/homeMessages';
import { inventoryMessages } from './messages/inventoryMessages';
import { lensMessages } from '../lens/lensMessages';
import { listMessages } from './messages/listMessages';
import { manualMessages } from './messages/manualMessages';
import { partMessages } from './messages/partMessages';
import { organizationMessages } from './messages/organizationMessages';
import { pipelinesMessages } from './messages/pipelinesMessages';
import { changePathMessages } from './messages/changePathMessages';
import { printMessages } from './messages/printMessages';
import { productionMessages } from './messages/productionMessages';
import { timelineMessages } from './messages/timelineMessages';
import { recordMessages } from './messages/recordMessages';
import { scorecardMessages } from './messages/scorecardMessages';
import { searchMessages } from './messages/searchMessages';
import { serviceMessages } from './messages/serviceMessages';
import { sourceActionMessages } from './messages/sourceActionMessages';
import { sourceMessages } from './messages/sourceMessages';
import { trendMessages } from './messages/trendMessages';
import { whatIfMessages } from './messages/whatIfMessages';
import { whyMessages } from './messages/whyMessages';
import { controlsMessages } from '../controls/controlsMessages';
import { auditQuestionsMessages } from '../auditQuestions/auditQuestionsMessages';
import { policiesMessages } from '../policies/policiesMessages';

/** The English texts. */
export const messages = {
  policies: policiesMessages,
  auditQuestions: auditQuestionsMessages,
  loading: 'Loading',
  number: '{{value, number}}',
  // Joins short texts of equal rank.
  joined: '{{parts, list(type: unit; style: short)}}',
  action: actionMessages,
  assetAction: assetActionMessages,
  assetEvidence: assetEvidenceMessages,
  manual: manualMessages,
  change: changeMessages,
  catalog: catalogMessages,
  compliance: complianceMessages,
  controls: controlsMessages,
  declared: declaredMessages,
  dependencies: dependenciesMessages,
  failure: failureMessages,
  fix: fixMessages,
  guide: guideMessages,
  home: homeMessages,
  inventory: inventoryMessages,
  lens: lensMessages,
  list: listMessages,
  part: partMessages,
  organization: organizationMessages,
  pipelines: pipelinesMessages,
  changePath: changePathMessages,
  print: printMessages,
  production: productionMessages,
  timeline: timelineMessages,
  record: recordMessages,
  scorecard: scorecardMessages,
  search: searchMessages,
  service: serviceMessages,
  source: sourceMessages,
  sourceAction: sourceActionMessages,
  trend: trendMessages,
  whatIf: whatIfMessages,
  why: whyMessages,
} as const;
