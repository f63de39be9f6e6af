import { folded } from '../clinic/folded.ts';

/**
 * Drugs that somebody who is allergic to one of them may be allergic to all of, by generic and common brand names: what infusion rooms
 * give and what patients name. Who is allergic to egg is asked about propofol, which is made with it. To be confirmed by a pharmacist
 * before use.
 */
const CLASSES: readonly RegExp[] = [
  /ketamin|ketalar|ketanest|spravato|phencyclidin/,
  /penicillin|cillin\b|amoxil|augmentin|unasyn|tazocin|zosyn|\bcef|\bceph|rocephin|keflex|ancef|penem\b|beta.?lactam/,
  /sul(f|ph)on?amid|\bsul(f|ph)a\b|sul(f|ph)ameth|sul(f|ph)adiaz|sul(f|ph)asal|bactrim|septrin|co-?trimoxazol/,
  /nsaid|ibuprofen|advil|motrin|ketorolac|toradol|naproxen|aleve|diclofenac|voltaren|indomet|aspirin|acetylsalicyl|coxib|meloxicam|ketoprofen/,
  /paracetamol|acetaminophen|tylenol|ofirmev|panadol/,
  /opioid|opiate|morphin|codein|hydromorphon|dilaudid|oxycodon|hydrocodon/,
  /fentan[iy]l/,
  /benzodiazepin|azolam|versed|dormicum|azepam|ativan|valium|xanax/,
  /setron|zofran|kytril|aloxi/,
  /phenothiazin|promethazin|phenergan|prochlorperazin|compazin|chlorpromazin/,
  /metoclopramid|reglan|maxolon|paspertin/,
  /diphenhydramin|benadryl|dimenhydrinat|dramamin|hydroxyzin/,
  /beta.?block|olol\b|labetalol|trandate|lopressor|brevibloc/,
  /clonidin|catapres|dexmedetomidin|precedex|guanfacin/,
  /dipin(e)?\b|cardene|norvasc|diltiazem|verapamil/,
  /(lido|ligno|xylo|bupiva|ropiva|mepiva|prilo|arti)cain|marcain|local an(a)?esthetic/,
  /glycopyrrol|robinul|atropin|scopolamin|hyoscin/,
  /dexamethason|decadron|cortison|prednis/,
  /propofol|diprivan|\begg\b/,
];

/**
 * Whether an allergy to `substance` speaks against `drug`: the same name, one in the other, or a drug of the same class. Names in any
 * spelling of a ward: capitals, accents and a plural do not count.
 */
export function isAllergen(substance: string, drug: string): boolean {
  const [one = '', other = ''] = [substance, drug].map((name) => folded(name.trim()).replace(/s$/, ''));
  if ((one.length > 3 && other.includes(one)) || (other.length > 3 && one.includes(other))) return true;
  return CLASSES.some((names) => names.test(one) && names.test(other));
}
