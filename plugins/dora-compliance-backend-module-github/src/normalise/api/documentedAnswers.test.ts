import { describeAnswers } from '../../__testUtils__/github/describeAnswers';
import { documentedAnswer } from '../../__testUtils__/github/documentedAnswers';

describeAnswers('answers in the shapes GitHub documents', documentedAnswer);
