import { StatusPanel as StatusPanel_4714df62069b33634fc8ec876d14ae76 } from '../../../admin/status-panel.tsx'
import { HelpAndComments as HelpAndComments_24cd47cebb654b5bde3dcf9a2ebe465e } from '../../../admin/comments-at-field.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FactLabel as FactLabel_2c1419b35f3d18f9f80afca82d4b0ff1 } from '../../../admin/fact-label.tsx'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { NotCompared as NotCompared_b948fb8aef19c03c10e00f14492552fc } from '../../../admin/not-compared.tsx'
import { ChecksPanel as ChecksPanel_bce761b0a836c475bcae40e80119b2ca } from '../../../admin/checks-panel.tsx'
import { CommentsBeside as CommentsBeside_f10def29ef4840e6ed1fcd3c8e354737 } from '../../../admin/comments-beside.tsx'
import { WhatReadersHave as WhatReadersHave_751dc0c67d857bf787b0b10b5c3e0577 } from '../../../admin/readers.tsx'
import { UsedOnPanel as UsedOnPanel_408256984470a4e6e769989569db8aab } from '../../../reach/used-on-panel.tsx'
import { StatusLine as StatusLine_4714df62069b33634fc8ec876d14ae76 } from '../../../admin/status-panel.tsx'
import { ReadingOnly as ReadingOnly_608c25c1ba1be0ed0afe46d3455726c2 } from '../../../admin/document-buttons.tsx'
import { InTheWay as InTheWay_bce761b0a836c475bcae40e80119b2ca } from '../../../admin/checks-panel.tsx'
import { MoreSteps as MoreSteps_608c25c1ba1be0ed0afe46d3455726c2 } from '../../../admin/document-buttons.tsx'
import { DocumentButtons as DocumentButtons_608c25c1ba1be0ed0afe46d3455726c2 } from '../../../admin/document-buttons.tsx'
import { History as History_cf0fc17a2556e5d0334e7198e766e456 } from '../../../admin/history.tsx'
import { PreviewWindow as PreviewWindow_7e86ab5c1e60187e3cabeaa43357be7e } from '../../../preview/preview-window.tsx'
import { CompareView as CompareView_4037b618d8230b88fa9a8b42aab4d500 } from '../../../compare/compare-view.tsx'
import { RowTitle as RowTitle_32bb9c215b8a5a619702b71a040263a3 } from '../../../admin/row-title.tsx'
import { YesCell as YesCell_a0a0f6a56cbca9a127a753b3167f5f58 } from '../../../admin/yes-cell.tsx'
import { PartHeading as PartHeading_67afec55d4bce4f8313a9e35db452da2 } from '../../../admin/part-heading.tsx'
import { DistrictsCell as DistrictsCell_863f4631efaa0b95406e756d2038a316 } from '../../../admin/districts-cell.tsx'
import { StandingCell as StandingCell_a329ea19a1c0a2622d685b3223adbbec } from '../../../admin/worked-out-cells.tsx'
import { StageCell as StageCell_a329ea19a1c0a2622d685b3223adbbec } from '../../../admin/worked-out-cells.tsx'
import { MomentCell as MomentCell_10e76dfba2319a592741d6d3c5658eb9 } from '../../../admin/moment-cell.tsx'
import { SendAgain as SendAgain_1d04b9387223be25c99e3784243767f0 } from '../../../admin/send-again.tsx'
import { HandOver as HandOver_4129d2f8bbdcddf7698acd0226e20d82 } from '../../../admin/hand-over.tsx'
import { SecondFactor as SecondFactor_26b3ee873fc89b5d47dc7413ce6f44ca } from '../../../admin/second-factor.tsx'
import { SmallBrand as SmallBrand_dea7bf16bc3333a106812bea074064fb } from '../../../admin/brand.tsx'
import { SignInBrand as SignInBrand_dea7bf16bc3333a106812bea074064fb } from '../../../admin/brand.tsx'
import { TranslationLink as TranslationLink_f8caa93ba5b33e51584078d2d837d5aa } from '../../../admin/translation/translation-link.tsx'
import { BundlesLink as BundlesLink_aea84ee71328fbfd0e4bfdccc5286886 } from '../../../admin/bundles/bundles-link.tsx'
import { ReportLink as ReportLink_1541bcdef93b9da2f4efca19f3a16eb3 } from '../../../admin/progress/report-link.tsx'
import { AuditLink as AuditLink_18370e3ffa8460d01a41bbc879658d0b } from '../../../admin/audit-link.tsx'
import { Listening as Listening_6023806e479bb5fcbf31eaba94f4fab2 } from '../../../admin/listening.tsx'
import { PlainNames as PlainNames_5595da31d9d146626d712adb930bce87 } from '../../../admin/plain-names.tsx'
import { SignIn as SignIn_6d55137e8918e8effec03dad2982f803 } from '../../../admin/sign-in.tsx'
import { NewPassword as NewPassword_84b101940da08a90d5d6b21b26c922dc } from '../../../admin/new-password.tsx'
import { LandingPage as LandingPage_2a1d95c29bd3cf804cf6b623cb44aa91 } from '../../../admin/landing.tsx'
import { AuditScreen as AuditScreen_a416f46a6463f820061af454f13c31d3 } from '../../../admin/audit-screen.tsx'
import { ReportScreen as ReportScreen_5e9bc440c2dde2ce52bab63f9e3e23e2 } from '../../../admin/progress/report-screen.tsx'
import { NoticeScreen as NoticeScreen_a8262ccd273270dd1cbef24de16874fc } from '../../../admin/notices/notice-screen.tsx'
import { MyLanguagesScreen as MyLanguagesScreen_01fea6ed235b6ab848158c458cbeafe3 } from '../../../admin/translation/my-languages-screen.tsx'
import { CoverageScreen as CoverageScreen_af83fd8b28d6e1481c62e725f26f9ef1 } from '../../../admin/translation/coverage-screen.tsx'
import { TogetherScreen as TogetherScreen_e62aa9c428b3583642ffc5c344cdcc93 } from '../../../admin/translation/together-screen.tsx'
import { WorkbenchScreen as WorkbenchScreen_460d85115b14779c1923927ac6efd4f7 } from '../../../admin/translation/workbench-screen.tsx'
import { BundlesScreen as BundlesScreen_058cc61462b8b04d8a09dc13a96cc472 } from '../../../admin/bundles/list-screen.tsx'
import { BundleScreen as BundleScreen_21716e17227ae196204bf0d9372cfb59 } from '../../../admin/bundles/bundle-screen.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/status-panel.tsx#StatusPanel": StatusPanel_4714df62069b33634fc8ec876d14ae76,
  "/admin/comments-at-field.tsx#HelpAndComments": HelpAndComments_24cd47cebb654b5bde3dcf9a2ebe465e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/fact-label.tsx#FactLabel": FactLabel_2c1419b35f3d18f9f80afca82d4b0ff1,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/not-compared.tsx#NotCompared": NotCompared_b948fb8aef19c03c10e00f14492552fc,
  "/admin/checks-panel.tsx#ChecksPanel": ChecksPanel_bce761b0a836c475bcae40e80119b2ca,
  "/admin/comments-beside.tsx#CommentsBeside": CommentsBeside_f10def29ef4840e6ed1fcd3c8e354737,
  "/admin/readers.tsx#WhatReadersHave": WhatReadersHave_751dc0c67d857bf787b0b10b5c3e0577,
  "/reach/used-on-panel.tsx#UsedOnPanel": UsedOnPanel_408256984470a4e6e769989569db8aab,
  "/admin/status-panel.tsx#StatusLine": StatusLine_4714df62069b33634fc8ec876d14ae76,
  "/admin/document-buttons.tsx#ReadingOnly": ReadingOnly_608c25c1ba1be0ed0afe46d3455726c2,
  "/admin/checks-panel.tsx#InTheWay": InTheWay_bce761b0a836c475bcae40e80119b2ca,
  "/admin/document-buttons.tsx#MoreSteps": MoreSteps_608c25c1ba1be0ed0afe46d3455726c2,
  "/admin/document-buttons.tsx#DocumentButtons": DocumentButtons_608c25c1ba1be0ed0afe46d3455726c2,
  "/admin/history.tsx#History": History_cf0fc17a2556e5d0334e7198e766e456,
  "/preview/preview-window.tsx#PreviewWindow": PreviewWindow_7e86ab5c1e60187e3cabeaa43357be7e,
  "/compare/compare-view.tsx#CompareView": CompareView_4037b618d8230b88fa9a8b42aab4d500,
  "/admin/row-title.tsx#RowTitle": RowTitle_32bb9c215b8a5a619702b71a040263a3,
  "/admin/yes-cell.tsx#YesCell": YesCell_a0a0f6a56cbca9a127a753b3167f5f58,
  "/admin/part-heading.tsx#PartHeading": PartHeading_67afec55d4bce4f8313a9e35db452da2,
  "/admin/districts-cell.tsx#DistrictsCell": DistrictsCell_863f4631efaa0b95406e756d2038a316,
  "/admin/worked-out-cells.tsx#StandingCell": StandingCell_a329ea19a1c0a2622d685b3223adbbec,
  "/admin/worked-out-cells.tsx#StageCell": StageCell_a329ea19a1c0a2622d685b3223adbbec,
  "/admin/moment-cell.tsx#MomentCell": MomentCell_10e76dfba2319a592741d6d3c5658eb9,
  "/admin/send-again.tsx#SendAgain": SendAgain_1d04b9387223be25c99e3784243767f0,
  "/admin/hand-over.tsx#HandOver": HandOver_4129d2f8bbdcddf7698acd0226e20d82,
  "/admin/second-factor.tsx#SecondFactor": SecondFactor_26b3ee873fc89b5d47dc7413ce6f44ca,
  "/admin/brand.tsx#SmallBrand": SmallBrand_dea7bf16bc3333a106812bea074064fb,
  "/admin/brand.tsx#SignInBrand": SignInBrand_dea7bf16bc3333a106812bea074064fb,
  "/admin/translation/translation-link.tsx#TranslationLink": TranslationLink_f8caa93ba5b33e51584078d2d837d5aa,
  "/admin/bundles/bundles-link.tsx#BundlesLink": BundlesLink_aea84ee71328fbfd0e4bfdccc5286886,
  "/admin/progress/report-link.tsx#ReportLink": ReportLink_1541bcdef93b9da2f4efca19f3a16eb3,
  "/admin/audit-link.tsx#AuditLink": AuditLink_18370e3ffa8460d01a41bbc879658d0b,
  "/admin/listening.tsx#Listening": Listening_6023806e479bb5fcbf31eaba94f4fab2,
  "/admin/plain-names.tsx#PlainNames": PlainNames_5595da31d9d146626d712adb930bce87,
  "/admin/sign-in.tsx#SignIn": SignIn_6d55137e8918e8effec03dad2982f803,
  "/admin/new-password.tsx#NewPassword": NewPassword_84b101940da08a90d5d6b21b26c922dc,
  "/admin/landing.tsx#LandingPage": LandingPage_2a1d95c29bd3cf804cf6b623cb44aa91,
  "/admin/audit-screen.tsx#AuditScreen": AuditScreen_a416f46a6463f820061af454f13c31d3,
  "/admin/progress/report-screen.tsx#ReportScreen": ReportScreen_5e9bc440c2dde2ce52bab63f9e3e23e2,
  "/admin/notices/notice-screen.tsx#NoticeScreen": NoticeScreen_a8262ccd273270dd1cbef24de16874fc,
  "/admin/translation/my-languages-screen.tsx#MyLanguagesScreen": MyLanguagesScreen_01fea6ed235b6ab848158c458cbeafe3,
  "/admin/translation/coverage-screen.tsx#CoverageScreen": CoverageScreen_af83fd8b28d6e1481c62e725f26f9ef1,
  "/admin/translation/together-screen.tsx#TogetherScreen": TogetherScreen_e62aa9c428b3583642ffc5c344cdcc93,
  "/admin/translation/workbench-screen.tsx#WorkbenchScreen": WorkbenchScreen_460d85115b14779c1923927ac6efd4f7,
  "/admin/bundles/list-screen.tsx#BundlesScreen": BundlesScreen_058cc61462b8b04d8a09dc13a96cc472,
  "/admin/bundles/bundle-screen.tsx#BundleScreen": BundleScreen_21716e17227ae196204bf0d9372cfb59,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
