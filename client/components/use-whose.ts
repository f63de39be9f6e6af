import { inSentence } from '../../shared/clinic/in-sentence.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { useClinic } from '../live/live.ts';
import { patientNameIn } from '../live/patient-name.ts';
import { placeWords } from './visit-words.ts';

/** Where and whose something is, as a voice adds it to a value or a button: `chair 4, Viktor S.`. */
export const useWhose = (session: SessionState | undefined): string =>
  useClinic((clinic) =>
    session === undefined
      ? ''
      : `${inSentence(placeWords(session, clinic))}, ${patientNameIn(clinic, session.patientId, 'short')}`,
  );
