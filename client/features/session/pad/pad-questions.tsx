import { Button } from '../../../components/button.tsx';
import foot from './pad-foot.module.css';
import { inOtherUnit, isCrossed, type PadAction, type PadState } from './pad-state.ts';

/** What is asked about numbers that cannot be as they were typed: the wrong way round, or in the other unit. One press mends them. */
export function PadQuestions({ pad, press }: { readonly pad: PadState; readonly press: (action: PadAction) => void }) {
  const { active } = pad;
  const meant = active === undefined ? undefined : inOtherUnit(pad, active);
  return (
    <>
      {isCrossed(pad) && (
        <div className={foot.saying}>
          <p>Crossed?</p>
          <Button onClick={() => press({ type: 'swap' })}>
            Swap to {pad.digits.diastolic}/{pad.digits.systolic}
          </Button>
        </div>
      )}
      {meant !== undefined && active !== undefined && (
        <div className={foot.saying}>
          <p>
            {meant.value} {meant.unit}?
          </p>
          <Button onClick={() => press({ type: 'other-unit', sign: active })}>
            Take as {meant.value} {meant.unit}
          </Button>
        </div>
      )}
    </>
  );
}
