import type { Phrase } from "../facts.ts";

// Sentences whose numbers stand in no table: meetings, trainings, calls, visits, filings.

export const managementPhrases: readonly Phrase[] = [
  () => "严格落实拟公开信息的起草自查、科室核稿、分管领导审签三道关口，保密审查与公文办理同步进行。",
  (f) => `对照公开目录清理历史信息${3 + f.random(90)}条，纠正错链${1 + f.random(9)}处。`,
  (f) => `制定《${f.agency.name}政府信息发布审查办法》，明确十二类信息的审查责任。`,
  () => "每季度核对一次主动公开目录，做到目录、文件、解读三者一致。",
  (f) => `对${f.year - 3}年以前印发的文件逐件评估，需要继续执行的重新公布。`,
  () => "建立政府信息台账，实行一事一档、专人保管。",
];

export const platformPhrases: readonly Phrase[] = [
  (f) => `门户网站全年访问量${1 + f.random(80)}.${1 + f.random(8)}万次，留言${f.random(60)}条全部办复。`,
  (f) => `政务新媒体关注人数达到${2 + f.random(40)}万余人，全年推送${50 + f.random(300)}期。`,
  (f) => `在便民服务中心设置公开查阅点${1 + f.random(3)}个，配备查询终端${1 + f.random(2)}台。`,
  () => "完成网站适老化改造，开设“惠民政策一点通”专题，常用事项三步之内可以查到。",
  (f) => `受理热线来电${100 + f.random(2000)}个，按时办结率99.${1 + f.random(8)}%。`,
  (f) => `调整专栏栏目${1 + f.random(6)}个，归并更新不足的栏目两个。`,
];

export const supervisionPhrases: readonly Phrase[] = [
  (f) => `召开专题会议${1 + f.random(4)}次，举办业务培训${1 + f.random(3)}期，参训${20 + f.random(200)}人次。`,
  () => "确定一名负责人分管、一名工作人员专办，各股室设信息员。",
  () => "把公开工作列入股室年度目标，每半年检查一次，发现问题当场交办。",
  (f) => `组织抽查${2 + f.random(5)}轮，通报问题${3 + f.random(12)}个，均已在十五个工作日内改正。`,
  (f) => `邀请群众代表${5 + f.random(20)}人走进窗口，征集意见建议${1 + f.random(9)}条。`,
];

/** What only a people's government owes. */
export const governmentPhrases: readonly Phrase[] = [
  () =>
    "政府信息公开工作列入年度考核，分值权重为百分之四。委托第三方开展社会评议，满意度有所提高。全年未发生需要追究责任的情形。",
  (f) =>
    `对所属部门和下级政府开展工作考核，考核结果已通报；社会评议发放问卷${200 + f.random(900)}份；没有发生责任追究。`,
];

export const problemPhrases: readonly Phrase[] = [
  ({ year }) =>
    `${year - 1}年度报告提出的政策解读形式单一的问题，已通过图解、短视频等方式改进，全年制作解读材料十二件。`,
  () => "存在的主要问题：一是部分栏目更新不够及时；二是基层信息员变动较多，业务不够熟练。",
  ({ agency }) => `${agency.self}的公开工作与群众的期待还有差距，办事指南不够通俗，个别数据更新滞后。`,
  () => "公开内容的针对性还不强，企业最关心的资金申报、评审进度等信息公开得不够。",
];

export const remedyPhrases: readonly Phrase[] = [
  ({ year }) => `${year + 1}年，计划举办培训四期，编印工作手册200册，做到新任信息员先培训后上岗。`,
  () => "针对上述问题，已建立栏目更新台账，按月提醒、按季检查，下半年未再出现超期未更新的栏目。",
  ({ year }) => `下一步，将在${year + 1}年6月底前完成办事指南修订，并回访企业，听取意见。`,
];

export const otherPhrases: readonly Phrase[] = [
  () => "没有其他需要报告的事项。",
  (f) => `办理人大代表建议${1 + f.random(30)}件、政协委员提案${1 + f.random(30)}件，答复情况均已公开。`,
  ({ year }) => `按照${year}年政务公开工作要点的要求，梳理任务二十三项，均已完成。`,
  () => "无。",
];

/** The fee for processing information: collected or not. */
export const feePhrases: readonly Phrase[] = [
  () => "本年度未收取信息处理费。",
  ({ agency }) => `按照《政府信息公开信息处理费管理办法》，${agency.self}全年没有产生信息处理费。`,
  ({ year }) => `${year}年，依申请提供政府信息收取信息处理费0件、0元。`,
  () =>
    "根据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号），本年度收取信息处理费的情况为：发出收费通知0件，收费0元。",
];
