import { useBlocker } from '@tanstack/react-router';
import { useStore } from 'zustand/react';
import { typedStore } from '../../live/typed-values.ts';
import { ThrowAwayQuestion } from './throw-away-question.tsx';

/** Leaving a screen on which something is typed and not stored asks first. Once per screen. */
export function LeaveQuestion({ children }: { readonly children: string }) {
  const isTyped = useStore(typedStore, ({ parts }) => parts > 0);
  const held = () => typedStore.getState().parts > 0;
  const blocker = useBlocker({ shouldBlockFn: held, enableBeforeUnload: isTyped, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <ThrowAwayQuestion
      title="Values are not saved"
      keep="Stay here"
      throwAway="Discard and leave"
      onKeep={blocker.reset}
      onThrowAway={blocker.proceed}
    >
      {children}
    </ThrowAwayQuestion>
  );
}
