/** Which parent forums are for a district: their areas are not always districts, so one may be for several. */
import type { forumStates } from '../shapes/taking-part.ts';

type ForumOf = {
  readonly standing: (typeof forumStates)[number];
  readonly districts: readonly string[];
};

type DistrictForums<F extends ForumOf> = {
  readonly district: string;
  /** Those that meet first, then those that are starting. */
  readonly forums: readonly F[];
  /** A page that says how to start one here, where there is one. */
  readonly howToStart: F | null;
};

/** Every district, in the order given: none is left out because nobody meets there. */
export function forumsByDistrict<F extends ForumOf>(
  districts: readonly string[],
  forums: readonly F[],
): readonly DistrictForums<F>[] {
  return districts.map((district) => {
    const here = forums.filter((forum) => forum.districts.includes(district));
    const standing = (state: ForumOf['standing']) => here.filter((one) => one.standing === state);
    return {
      district,
      forums: [...standing('meets'), ...standing('is-starting')],
      howToStart: standing('none-yet')[0] ?? null,
    };
  });
}
