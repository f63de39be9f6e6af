/** One thing that must hold before going home. `why` says in words what is missing. */
export interface DischargeCheck {
  readonly id: string;
  readonly label: string;
  readonly met: boolean;
  readonly why?: string;
}

/** Met unless there is a reason why not. */
export const check = (id: string, label: string, why: string | undefined): DischargeCheck =>
  why === undefined ? { id, label, met: true } : { id, label, met: false, why };
